package dev.atrium.setup.project;

import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.Print;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.change.Verb;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientRegisterContext;
import org.keycloak.services.clientpolicy.context.AdminClientRegisteredContext;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.validation.ValidationResult;
import org.keycloak.validation.ValidationUtil;

/** The app that is asked for: a public client with PKCE, which asks people for consent, and may ask for the scopes of this setup. */
public final class FirstClient implements Part {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminAuth admin;
    private final Optional<ClientOrder> order;
    private final List<String> asked;

    /**
     * @param admin who asks for it; the realm's client policies may want to know
     * @param asked the SMART resource scopes of the setup
     */
    public FirstClient(
            KeycloakSession session,
            RealmModel realm,
            AdminAuth admin,
            Optional<ClientOrder> order,
            List<String> asked) {
        this.session = session;
        this.realm = realm;
        this.admin = admin;
        this.order = order;
        this.asked = List.copyOf(asked);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.CLIENT);
    }

    @Override
    public void plan(Draft draft) {
        order.filter(client -> realm.getClientByClientId(client.clientId()) == null)
                .ifPresent(client -> draft.change(
                        Kind.CLIENT,
                        client.clientId(),
                        new Change(
                                Verb.ADD,
                                "the client '" + client.clientId() + "', a public app with PKCE that may ask for "
                                        + String.join(" ", asked),
                                () -> add(client))));
    }

    /** As where an administrator adds one: Keycloak's checks and the realm's client policies have a say. */
    private Entry add(ClientOrder client) {
        ClientModel before = session.getContext().getClient();
        try {
            ClientRepresentation wanted = representation(client);
            session.clientPolicy().triggerOnEvent(new AdminClientRegisterContext(wanted, admin));
            ClientModel added = ClientManager.createClient(session, realm, wanted);
            ValidationUtil.validateClient(session, added, true, FirstClient::refuse);
            session.getContext().setClient(added);
            session.clientPolicy().triggerOnEvent(new AdminClientRegisteredContext(added, admin));
            return Entry.made(Kind.CLIENT, client.clientId(), added.getId(), print(added));
        } catch (ClientPolicyException refused) {
            throw new ModelValidationException(refused.getErrorDetail());
        } finally {
            session.getContext().setClient(before);
        }
    }

    private static void refuse(ValidationResult result) {
        throw new ModelValidationException(result.getAllErrorsAsString().lines().collect(Collectors.joining(" ")));
    }

    private ClientRepresentation representation(ClientOrder order) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(order.clientId());
        client.setProtocol("openid-connect");
        client.setEnabled(true);
        client.setPublicClient(true);
        client.setConsentRequired(true);
        client.setStandardFlowEnabled(true);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setFullScopeAllowed(false);
        client.setRedirectUris(order.redirectUris());
        client.setWebOrigins(List.of("+"));
        client.setAttributes(Map.of(
                "pkce.code.challenge.method", "S256",
                "exclude.issuer.from.auth.response", "true",
                "post.logout.redirect.uris", "+"));
        client.setDefaultClientScopes(List.of("basic", "atrium"));
        List<String> optional = new ArrayList<>(asked);
        optional.addAll(
                List.of("launch", "launch/patient", "launch/encounter", "fhirUser", "offline_access", "project"));
        client.setOptionalClientScopes(optional);
        return client;
    }

    @Override
    public Undone undo(Entry entry) {
        ClientModel client = realm.getClientById(entry.id());
        String what = "the client '" + entry.name() + "'";
        if (client == null) {
            return Undone.done("Somebody has removed " + what + " already.");
        }
        if (!print(client).equals(entry.print()) || hasRoles(client)) {
            return Undone.left("Left " + what + ": somebody has changed it. Delete it if nobody needs it.");
        }
        if (isUsed(client)) {
            return Undone.left("Left " + what
                    + ": people have signed in to it, or agreed to what it may see. Delete it if nobody needs it.");
        }
        new ClientManager(new RealmManager(session)).removeClient(realm, client);
        return Undone.done("Removed " + what + ".");
    }

    private static boolean hasRoles(ClientModel client) {
        return client.getRolesStream().findAny().isPresent()
                || client.getScopeMappingsStream().findAny().isPresent();
    }

    private boolean isUsed(ClientModel client) {
        return session.sessions().getActiveUserSessions(realm, client) > 0
                || session.sessions().getOfflineSessionsCount(realm, client) > 0
                || session.getProvider(AtriumStoreProvider.class).survey(realm).hasConsents(client.getId());
    }

    private String print(ClientModel client) {
        return Print.of(ModelToRepresentation.toRepresentation(client, session));
    }
}

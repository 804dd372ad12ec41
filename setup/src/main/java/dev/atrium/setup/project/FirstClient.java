package dev.atrium.setup.project;

import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.Print;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.change.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;

/** The app that is asked for: a public client with PKCE, which asks people for consent, and may ask for the scopes of this setup. */
public final class FirstClient implements Part {
    private final NewClients clients;
    private final Optional<ClientOrder> order;
    private final List<String> asked;

    /** @param asked the SMART resource scopes of the setup */
    public FirstClient(NewClients clients, Optional<ClientOrder> order, List<String> asked) {
        this.clients = clients;
        this.order = order;
        this.asked = List.copyOf(asked);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.CLIENT);
    }

    @Override
    public void plan(Draft draft) {
        order.filter(client -> clients.realm().getClientByClientId(client.clientId()) == null)
                .ifPresent(client -> draft.change(
                        Kind.CLIENT,
                        client.clientId(),
                        new Change(
                                Verb.ADD,
                                "the client '" + client.clientId() + "', a public app with PKCE that may ask for "
                                        + String.join(" ", asked),
                                () -> add(client))));
    }

    private Entry add(ClientOrder client) {
        ClientModel added = clients.add(representation(client));
        return Entry.made(Kind.CLIENT, client.clientId(), added.getId(), print(added));
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
        ClientModel client = clients.realm().getClientById(entry.id());
        String what = "the client '" + entry.name() + "'";
        if (client == null) {
            return Undone.done("Somebody has removed " + what + " already.");
        }
        if (!print(client).equals(entry.print()) || hasRoles(client)) {
            return Undone.left("Left " + what + ": somebody has changed it. Delete it if nobody needs it.");
        }
        if (clients.isUsed(client)) {
            return Undone.left("Left " + what
                    + ": people have signed in to it, or agreed to what it may see. Delete it if nobody needs it.");
        }
        clients.remove(client);
        return Undone.done("Removed " + what + ".");
    }

    private static boolean hasRoles(ClientModel client) {
        return client.getRolesStream().findAny().isPresent()
                || client.getScopeMappingsStream().findAny().isPresent();
    }

    private String print(ClientModel client) {
        return Print.of(ModelToRepresentation.toRepresentation(client, clients.session()));
    }
}

package dev.atrium.setup.project;

import dev.atrium.support.store.AtriumStoreProvider;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.AdminClientRegisterContext;
import org.keycloak.services.clientpolicy.context.AdminClientRegisteredContext;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.validation.ValidationResult;
import org.keycloak.validation.ValidationUtil;

/**
 * Adds and removes clients as Keycloak's admin REST does.
 *
 * @param admin who asks for it; the realm's client policies may want to know
 */
public record NewClients(KeycloakSession session, RealmModel realm, AdminAuth admin) {
    /** Keycloak's checks and the realm's client policies have a say; throws {@link ModelValidationException} with theirs. */
    ClientModel add(ClientRepresentation wanted) {
        ClientModel before = session.getContext().getClient();
        try {
            session.clientPolicy().triggerOnEvent(new AdminClientRegisterContext(wanted, admin));
            ClientModel added = ClientManager.createClient(session, realm, wanted);
            ValidationUtil.validateClient(session, added, true, NewClients::refuse);
            session.getContext().setClient(added);
            session.clientPolicy().triggerOnEvent(new AdminClientRegisteredContext(added, admin));
            return added;
        } catch (ClientPolicyException refused) {
            throw new ModelValidationException(refused.getErrorDetail());
        } finally {
            session.getContext().setClient(before);
        }
    }

    private static void refuse(ValidationResult result) {
        throw new ModelValidationException(result.getAllErrorsAsString().lines().collect(Collectors.joining(" ")));
    }

    /** Whether somebody is signed in to it, stays so offline, or has agreed to what it may see. */
    boolean isUsed(ClientModel client) {
        return session.sessions().getActiveUserSessions(realm, client) > 0
                || session.sessions().getOfflineSessionsCount(realm, client) > 0
                || session.getProvider(AtriumStoreProvider.class).survey(realm).hasConsents(client.getId());
    }

    void remove(ClientModel client) {
        new ClientManager(new RealmManager(session)).removeClient(realm, client);
    }
}

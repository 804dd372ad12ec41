package dev.atrium.authenticators.scopes;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.RealmsResource;

/** Where people see which apps have access, and take it back: <em>Applications</em> in Keycloak's account console. */
final class AccessPage {
    private AccessPage() {}

    /** Its address; empty where the realm has no account console. */
    static String of(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel console = realm.getClientByClientId(Constants.ACCOUNT_CONSOLE_CLIENT_ID);
        return console == null || !console.isEnabled()
                ? ""
                : RealmsResource.accountUrl(session.getContext().getUri().getBaseUriBuilder())
                        .path("applications")
                        .build(realm.getName())
                        .toString();
    }
}

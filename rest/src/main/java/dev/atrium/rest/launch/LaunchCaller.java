package dev.atrium.rest.launch;

import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import jakarta.ws.rs.NotAuthorizedException;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** An EHR that has shown who it is, by an access token of its own. */
record LaunchCaller(AuthResult auth, ClientModel client) {
    /** Access tokens must be meant for launches: one that a person or some other service was given must not do here. */
    private static final String AUDIENCE = "atrium-launch";

    private static final Problem UNAUTHORIZED = new Problem(
            401,
            "unauthorized",
            Optional.empty(),
            "Send an access token that the EHR's client obtained with client_credentials, with " + AUDIENCE
                    + " in its audience: Authorization: Bearer ...");

    static LaunchCaller authenticated(KeycloakSession session) {
        AuthResult auth = authenticate(session);
        if (auth == null || auth.client() == null || !isOwn(auth)) {
            throw new Refused(UNAUTHORIZED);
        }
        return new LaunchCaller(auth, auth.client());
    }

    private static AuthResult authenticate(KeycloakSession session) {
        try {
            return new BearerTokenAuthenticator(session).setAudience(AUDIENCE).authenticate();
        } catch (NotAuthorizedException none) {
            throw new Refused(UNAUTHORIZED);
        }
    }

    private static boolean isOwn(AuthResult auth) {
        return auth.client().getId().equals(auth.user().getServiceAccountClientLink());
    }
}

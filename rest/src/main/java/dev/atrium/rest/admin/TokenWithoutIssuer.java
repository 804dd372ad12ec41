package dev.atrium.rest.admin;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.error.KeycloakErrorHandler;

/**
 * Answers 401 to an admin request whose bearer token names no issuer.
 *
 * <p>Keycloak looks for the realm in the issuer before it verifies the token, and fails where there is none.
 */
@Provider
public final class TokenWithoutIssuer implements ExceptionMapper<NullPointerException> {
    private static final String ADMIN_REST = "org.keycloak.services.resources.admin.AdminRoot";
    private static final String READS_TOKEN = "authenticateRealmAdminRequest";

    @Context
    @SuppressWarnings("NullAway.Init") // injected
    KeycloakSession session;

    @Override
    public Response toResponse(NullPointerException thrown) {
        return KeycloakErrorHandler.getResponse(
                session, isThrownByAdminRest(thrown) ? new NotAuthorizedException("Bearer") : thrown);
    }

    private static boolean isThrownByAdminRest(NullPointerException thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return frames.length > 0
                && frames[0].getClassName().equals(ADMIN_REST)
                && frames[0].getMethodName().equals(READS_TOKEN);
    }
}

package dev.atrium.overrides.filter;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.error.KeycloakErrorHandler;

/**
 * Answers 400 to a form that cannot be read, where it is for a page of a sign-in; all else is Keycloak's affair.
 *
 * <p>The form's reader has no exception of its own: what went wrong shows by where it was thrown.
 */
@Provider
public final class UnreadableFormMapper implements ExceptionMapper<RuntimeException> {
    private static final String READER = "org.jboss.resteasy.reactive.server.handlers.FormBodyHandler";

    @Context
    @SuppressWarnings("NullAway.Init") // injected
    KeycloakSession session;

    @Override
    public Response toResponse(RuntimeException thrown) {
        boolean unreadable = isThrownByReader(thrown)
                && SignInPage.isAt(session.getContext().getUri().getPath());
        return KeycloakErrorHandler.getResponse(
                session, unreadable ? new BadRequestException(OAuthErrorException.INVALID_REQUEST, thrown) : thrown);
    }

    private static boolean isThrownByReader(RuntimeException thrown) {
        return !(thrown instanceof WebApplicationException)
                && Arrays.stream(thrown.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(READER));
    }
}

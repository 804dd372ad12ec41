package dev.atrium.overrides.request;

import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.tokens.request.SmartRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker.AuthorizationCheckException;

/** Sends the browser back to the app, before any page is shown, if {@code aud} or the code challenge will not do. */
final class SmartRequestCheck implements AuthorizationEndpointCheckProvider {
    private final KeycloakSession session;

    SmartRequestCheck(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void check(AuthorizationEndpointChecker request) throws AuthorizationCheckException {
        Optional<String> fault = SmartRequest.fault(
                session, request.getClient(), request.getAuthorizationEndpointRequest(), request.getQueryParams());
        if (fault.isPresent()) {
            request.getEventBuilder().detail(Details.REASON, fault.get()).error(OAuthError.INVALID_REQUEST.code());
            throw new AuthorizationCheckException(
                    Response.Status.BAD_REQUEST, OAuthError.INVALID_REQUEST.code(), fault.get());
        }
    }

    @Override
    public void close() {}
}

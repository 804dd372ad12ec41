package dev.atrium.overrides.launch;

import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.tokens.launch.LaunchParameter;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker.AuthorizationCheckException;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;

/** Sends the browser back to the app, before any page is shown, if its launch is none. */
final class LaunchCheck implements AuthorizationEndpointCheckProvider {
    private final KeycloakSession session;

    LaunchCheck(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void check(AuthorizationEndpointChecker checker) throws AuthorizationCheckException {
        AuthorizationEndpointRequest request = checker.getAuthorizationEndpointRequest();
        Optional<String> fault = LaunchParameter.of(request).fault(session, checker.getClient(), request);
        if (fault.isPresent()) {
            checker.getEventBuilder().detail(Details.REASON, fault.get()).error(OAuthError.INVALID_REQUEST.code());
            throw new AuthorizationCheckException(
                    Response.Status.BAD_REQUEST, OAuthError.INVALID_REQUEST.code(), fault.get());
        }
    }

    @Override
    public void close() {}
}

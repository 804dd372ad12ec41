package dev.atrium.overrides.request;

import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.tokens.launch.LaunchParameter;
import dev.atrium.tokens.request.SmartRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker.AuthorizationCheckException;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;

/** Sends the browser back to the app, before any page is shown, if {@code aud}, {@code launch} or the code challenge will not do. */
final class SmartRequestCheck implements AuthorizationEndpointCheckProvider {
    private final KeycloakSession session;

    SmartRequestCheck(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void check(AuthorizationEndpointChecker checker) throws AuthorizationCheckException {
        AuthorizationEndpointRequest request = checker.getAuthorizationEndpointRequest();
        if (!SmartRequest.concernsFhir(checker.getClient(), request)) {
            return;
        }
        Optional<String> fault = SmartRequest.fault(session, checker.getClient(), request, checker.getQueryParams())
                .or(() -> LaunchParameter.of(request).fault(session, checker.getClient(), request));
        if (fault.isPresent()) {
            checker.getEventBuilder().detail(Details.REASON, fault.get()).error(OAuthError.INVALID_REQUEST.code());
            throw new AuthorizationCheckException(
                    Response.Status.BAD_REQUEST, OAuthError.INVALID_REQUEST.code(), fault.get());
        }
    }

    @Override
    public void close() {}
}

package dev.atrium.overrides.scope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.overrides.client.SelfRegistration;
import dev.atrium.tokens.launch.LaunchParameter;
import dev.atrium.tokens.request.SmartRequest;
import dev.atrium.tokens.scope.AuthorizationScope;
import dev.atrium.tokens.scope.RawScopeParameter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.request.AuthzEndpointRequestParser;
import org.keycloak.protocol.oidc.grants.device.clientpolicy.context.DeviceAuthorizationRequestContext;
import org.keycloak.protocol.oidc.par.clientpolicy.context.PushedAuthorizationRequestContext;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManager;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.context.PreAuthorizationRequestContext;

/**
 * Refuses scope parameters that Keycloak would not take as they were sent, at every endpoint that takes one, and what SMART
 * forbids in authorization requests that come in beside the authorization endpoint.
 *
 * <p>Client policies are the one place that all these endpoints pass with a client that is known.
 */
final class ScopeCheckingClientPolicyManager extends DefaultClientPolicyManager {
    private final KeycloakSession session;

    ScopeCheckingClientPolicyManager(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void triggerOnEvent(ClientPolicyContext request) throws ClientPolicyException {
        ScopeRules.Place place = ScopeRules.of(request.getEvent());
        if (place == ScopeRules.Place.UNREAD_AUTHORIZATION_REQUEST) {
            super.triggerOnEvent(request); // may make the client known
            AuthorizationScope.check(session, (PreAuthorizationRequestContext) request);
            return;
        }
        Optional<String> fault = sent(request, place)
                .flatMap(scope -> scope.fault(session, session.getContext().getClient()).stream())
                .findFirst();
        if (fault.isPresent()) {
            throw new ClientPolicyException(OAuthError.INVALID_SCOPE.code(), fault.get());
        }
        checkElsewhere(request);
        SelfRegistration.check(request);
        super.triggerOnEvent(request);
    }

    /** The authorization endpoint has a check of its own, which these two do not ask. */
    private void checkElsewhere(ClientPolicyContext request) throws ClientPolicyException {
        Optional<String> fault = Optional.empty();
        if (request instanceof PushedAuthorizationRequestContext pushed) {
            fault = SmartRequest.fault(session, pushed.getClient(), pushed.getRequest(), pushed.getRequestParameters());
        } else if (request instanceof DeviceAuthorizationRequestContext device) {
            ClientModel client = session.getContext().getClient();
            fault = SmartRequest.fault(session, client, device.getRequest(), device.getRequestParameters())
                    .or(() -> LaunchParameter.faultOfDevice(device.getRequest()));
        }
        if (fault.isPresent()) {
            throw new ClientPolicyException(OAuthError.INVALID_REQUEST.code(), fault.get());
        }
    }

    private Stream<RawScopeParameter> sent(ClientPolicyContext request, ScopeRules.Place place) {
        return switch (place) {
            case AUTHORIZATION_REQUEST -> sent(((AuthorizationRequestContext) request).getRequestParameters());
            case FORM -> sent(session.getContext().getHttpRequest().getDecodedFormParameters());
            case UNREAD_AUTHORIZATION_REQUEST, NOWHERE -> Stream.empty();
        };
    }

    private Stream<RawScopeParameter> sent(MultivaluedMap<String, String> parameters) {
        return Stream.concat(Stream.ofNullable(parameters.getFirst(OAuth2Constants.SCOPE)), inRequestObject())
                .map(RawScopeParameter::new);
    }

    /** A request object's claims, which Keycloak has verified by now (RFC 9101). */
    private Stream<String> inRequestObject() {
        JsonNode claims = session.getAttribute(AuthzEndpointRequestParser.AUTHZ_REQUEST_OBJECT, JsonNode.class);
        return claims == null
                ? Stream.empty()
                : Stream.ofNullable(claims.get(OAuth2Constants.SCOPE)).map(JsonNode::asText);
    }
}

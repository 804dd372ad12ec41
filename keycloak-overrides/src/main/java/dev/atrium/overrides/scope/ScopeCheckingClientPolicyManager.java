package dev.atrium.overrides.scope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.tokens.scope.AuthorizationScope;
import dev.atrium.tokens.scope.RawScopeParameter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.request.AuthzEndpointRequestParser;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.DefaultClientPolicyManager;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.services.clientpolicy.context.PreAuthorizationRequestContext;

/**
 * Refuses scope parameters that Keycloak would not take as they were sent, at every endpoint that takes one.
 *
 * <p>Client policies are the one place that all these endpoints pass with a client that is known.
 */
final class ScopeCheckingClientPolicyManager extends DefaultClientPolicyManager {
    /** The requests by form that may hold a scope parameter. */
    private static final Set<ClientPolicyEvent> FORMS = EnumSet.of(
            ClientPolicyEvent.PUSHED_AUTHORIZATION_REQUEST,
            ClientPolicyEvent.DEVICE_AUTHORIZATION_REQUEST,
            ClientPolicyEvent.BACKCHANNEL_AUTHENTICATION_REQUEST,
            ClientPolicyEvent.SERVICE_ACCOUNT_TOKEN_REQUEST,
            ClientPolicyEvent.TOKEN_REFRESH,
            ClientPolicyEvent.TOKEN_EXCHANGE_REQUEST,
            ClientPolicyEvent.RESOURCE_OWNER_PASSWORD_CREDENTIALS_REQUEST,
            ClientPolicyEvent.JWT_AUTHORIZATION_GRANT);

    private final KeycloakSession session;

    ScopeCheckingClientPolicyManager(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void triggerOnEvent(ClientPolicyContext request) throws ClientPolicyException {
        if (request instanceof PreAuthorizationRequestContext early) {
            super.triggerOnEvent(request); // may make the client known
            AuthorizationScope.check(session, early);
            return;
        }
        Optional<String> fault = sent(request)
                .flatMap(scope -> scope.fault(session, session.getContext().getClient()).stream())
                .findFirst();
        if (fault.isPresent()) {
            throw new ClientPolicyException(OAuthError.INVALID_SCOPE.code(), fault.get());
        }
        super.triggerOnEvent(request);
    }

    private Stream<RawScopeParameter> sent(ClientPolicyContext request) {
        if (request instanceof AuthorizationRequestContext authorization) {
            return sent(authorization.getRequestParameters());
        }
        return FORMS.contains(request.getEvent())
                ? sent(session.getContext().getHttpRequest().getDecodedFormParameters())
                : Stream.empty();
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

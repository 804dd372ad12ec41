package dev.atrium.tokens.scope;

import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.support.oauth.Callback;
import dev.atrium.support.oauth.OAuthRedirect;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequest;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequestParserProcessor;
import org.keycloak.protocol.oidc.endpoints.request.AuthorizationEndpointRequestParserProcessor.EndpointType;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.clientpolicy.context.PreAuthorizationRequestContext;
import org.keycloak.util.TokenUtil;

/**
 * The scope of a request at the authorization endpoint, where Keycloak looks at it before it asks policies that know the
 * client, and lists every scope of the request.
 *
 * <p>Here nothing is known of the request yet. Only one that is to be refused is read, as Keycloak will read it; what is
 * wrong with it otherwise is left for Keycloak to say.
 */
public final class AuthorizationScope {
    private final KeycloakSession session;
    private final MultivaluedMap<String, String> parameters;
    private final ClientModel client;

    private AuthorizationScope(KeycloakSession session, MultivaluedMap<String, String> parameters, ClientModel client) {
        this.session = session;
        this.parameters = parameters;
        this.client = client;
    }

    /** Sends the browser back to the app with an error if a scope is out of the client's reach. */
    public static void check(KeycloakSession session, PreAuthorizationRequestContext request) {
        Optional.ofNullable(request.getClientId())
                .map(session.getContext().getRealm()::getClientByClientId)
                .filter(client -> client.isEnabled() && !client.isBearerOnly())
                .map(client -> new AuthorizationScope(session, request.getRequestParameters(), client))
                .ifPresent(AuthorizationScope::check);
    }

    private void check() {
        Optional<String> fault = RawScopeParameter.presented(parameters)
                .flatMap(scope -> fault(scope).stream())
                .findFirst();
        fault.ifPresent(this::refuse);
    }

    /** Keycloak resolves {@code organization:<alias>} among the scopes of the client that is known by now. */
    private Optional<String> fault(RawScopeParameter scope) {
        KeycloakContext context = session.getContext();
        ClientModel known = context.getClient();
        context.setClient(client);
        try {
            return scope.fault(session, client);
        } finally {
            context.setClient(known);
        }
    }

    private void refuse(String fault) {
        EventBuilder event = new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(client);
        AuthorizationEndpointRequest request = AuthorizationEndpointRequestParserProcessor.parseRequest(
                event, session, client, parameters, EndpointType.OIDC_AUTH_ENDPOINT);
        callback(request).ifPresent(callback -> {
            event.detail(Details.REDIRECT_URI, callback.redirectUri());
            event.detail(Details.REASON, fault);
            event.error(OAuthError.INVALID_SCOPE.code());
            session.getContext().setClient(client);
            throw new WebApplicationException(
                    asItIs(OAuthRedirect.answer(session, callback, OAuthError.INVALID_SCOPE, fault)));
        });
    }

    /** Empty for a request that Keycloak refuses for something else. */
    private Optional<Callback> callback(AuthorizationEndpointRequest request) {
        Optional<String> redirectUri = Optional.ofNullable(RedirectUtils.verifyRedirectUri(
                session, request.getRedirectUri(), client, TokenUtil.isOIDCRequest(request.getScope())));
        if (request.getInvalidRequestMessage() != null || redirectUri.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Callback(
                    client,
                    redirectUri.get(),
                    Callback.mode(request.getResponseMode(), request.getResponseType()),
                    Optional.ofNullable(request.getState())));
        } catch (IllegalArgumentException unknownModeOrType) {
            return Optional.empty();
        }
    }

    /** A thrown response without a body would be taken for an error that wants a page. */
    private static Response asItIs(Response answer) {
        return answer.hasEntity()
                ? answer
                : Response.fromResponse(answer)
                        .entity("")
                        .type(MediaType.TEXT_HTML_TYPE)
                        .build();
    }
}

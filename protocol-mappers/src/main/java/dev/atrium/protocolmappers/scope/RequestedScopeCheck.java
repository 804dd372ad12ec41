package dev.atrium.protocolmappers.scope;

import dev.atrium.core.scope.OAuthError;
import dev.atrium.core.scope.Scope;
import dev.atrium.support.membership.HiddenScope;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointChecker.AuthorizationCheckException;

/** Refuses scopes that Keycloak would leave unread, and those that only Atrium writes. */
final class RequestedScopeCheck implements AuthorizationEndpointCheckProvider {
    @Override
    public void check(AuthorizationEndpointChecker request) throws AuthorizationCheckException {
        String read = request.getAuthorizationEndpointRequest().getScope();
        if (read == null) {
            refuseIfUnread(request);
        } else if (Arrays.stream(read.split(" ")).anyMatch(scope -> scope.startsWith(HiddenScope.PREFIX))) {
            throw refusal(request, "Scopes that start with '" + HiddenScope.PREFIX + "' cannot be requested");
        }
    }

    /** Keycloak reads a parameter above its limit as if it were absent, and grants the default scopes instead. */
    private static void refuseIfUnread(AuthorizationEndpointChecker request) throws AuthorizationCheckException {
        String sent = request.getQueryParams().getFirst(OAuth2Constants.SCOPE);
        boolean lost = sent != null && !sent.isBlank();
        if (lost || (isByReference(request.getQueryParams()) && hasSmartScopes(request))) {
            throw refusal(
                    request,
                    "The scope parameter is missing or longer than this server reads: ask for fewer scopes at once");
        }
    }

    /** A pushed request or a request object does not show here whether it had a scope that was lost. */
    private static boolean isByReference(MultivaluedMap<String, String> parameters) {
        return parameters.containsKey(OIDCLoginProtocol.REQUEST_URI_PARAM)
                || parameters.containsKey(OIDCLoginProtocol.REQUEST_PARAM);
    }

    private static boolean hasSmartScopes(AuthorizationEndpointChecker request) {
        return request.getClient().getClientScopes(false).keySet().stream()
                .anyMatch(name -> Scope.parse(name).concernsFhir());
    }

    private static AuthorizationCheckException refusal(AuthorizationEndpointChecker request, @Nullable String why) {
        request.getEventBuilder().detail(Details.REASON, why).error(Errors.INVALID_REQUEST);
        return new AuthorizationCheckException(Response.Status.BAD_REQUEST, OAuthError.INVALID_SCOPE.code(), why);
    }

    @Override
    public void close() {}
}

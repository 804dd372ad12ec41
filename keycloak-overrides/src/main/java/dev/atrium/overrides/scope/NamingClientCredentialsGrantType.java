package dev.atrium.overrides.scope;

import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.scope.AssignedScopes;
import dev.atrium.tokens.grant.ServicePolicy;
import dev.atrium.tokens.scope.TokenRequestScope;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.protocol.oidc.grants.ClientCredentialsGrantType;
import org.keycloak.services.CorsErrorResponseException;

/**
 * The client credentials grant, which names the scopes that the client may not request, and gives no refresh token where
 * there are SMART scopes: what it stands for is asked for again with the same credentials (RFC 6749, section 4.4.3). An access
 * policy of the client narrows the request.
 */
final class NamingClientCredentialsGrantType extends ClientCredentialsGrantType {
    private boolean concernsFhir;

    @Override
    protected @Nullable String getRequestedScopes() {
        TokenRequestScope.check(session, event, cors);
        String requested = super.getRequestedScopes();
        concernsFhir = concernsFhir(requested == null ? "" : requested)
                || AssignedScopes.byDefault(client).concernsFhir();
        return requested == null ? null : narrowed(requested);
    }

    /** All of a request that is allowed stays as it was written. */
    private String narrowed(String requested) {
        ScopeSet asked = ScopeSet.parse(requested);
        ScopeSet allowed = new ServicePolicy(session, client).allow(asked);
        if (concernsFhir(requested) && !concernsFhir(allowed.text())) {
            String fault = "The access policy of this client allows none of these scopes";
            event.detail(Details.REASON, fault);
            event.error(OAuthError.INVALID_SCOPE.code());
            throw new CorsErrorResponseException(
                    cors, OAuthError.INVALID_SCOPE.code(), fault, Response.Status.BAD_REQUEST);
        }
        return allowed.equals(asked) ? requested : allowed.text();
    }

    @Override
    protected boolean useRefreshToken() {
        return !concernsFhir && super.useRefreshToken();
    }

    private static boolean concernsFhir(String scopes) {
        return ScopeSet.parse(scopes).concernsFhir();
    }
}

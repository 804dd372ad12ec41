package dev.atrium.overrides.scope;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.tokens.scope.TokenRequestScope;
import org.jspecify.annotations.Nullable;
import org.keycloak.protocol.oidc.grants.ClientCredentialsGrantType;

/**
 * The client credentials grant, which names the scopes that the client may not request, and gives no refresh token where
 * there are SMART scopes: what it stands for is asked for again with the same credentials (RFC 6749, section 4.4.3).
 */
final class NamingClientCredentialsGrantType extends ClientCredentialsGrantType {
    private boolean concernsFhir;

    @Override
    protected @Nullable String getRequestedScopes() {
        TokenRequestScope.check(session, event, cors);
        String requested = super.getRequestedScopes();
        concernsFhir = concernsFhir(requested == null ? "" : requested)
                || client.getClientScopes(true).keySet().stream()
                        .anyMatch(NamingClientCredentialsGrantType::concernsFhir);
        return requested;
    }

    @Override
    protected boolean useRefreshToken() {
        return !concernsFhir && super.useRefreshToken();
    }

    private static boolean concernsFhir(String scopes) {
        return ScopeSet.parse(scopes).scopes().stream().anyMatch(Scope::concernsFhir);
    }
}

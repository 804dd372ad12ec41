package dev.atrium.overrides.token;

import dev.atrium.tokens.scope.TokenRequestScope;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantType;

/** The refresh token grant, for which an empty scope parameter is none (RFC 6749, section 3.2). */
final class MembershipBoundRefreshTokenGrantType extends RefreshTokenGrantType {
    @Override
    protected @Nullable String getRequestedScopes() {
        String sent = formParams.getFirst(OAuth2Constants.SCOPE);
        if (sent == null || sent.isBlank()) {
            return null;
        }
        TokenRequestScope.check(session, event, cors);
        return super.getRequestedScopes();
    }
}

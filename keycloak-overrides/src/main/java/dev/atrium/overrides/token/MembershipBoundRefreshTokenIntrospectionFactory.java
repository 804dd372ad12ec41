package dev.atrium.overrides.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Puts the {@link MembershipBoundRefreshTokenIntrospection} in the place of Keycloak's own. */
public final class MembershipBoundRefreshTokenIntrospectionFactory extends RefreshTokenIntrospectionProviderFactory {
    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new MembershipBoundRefreshTokenIntrospection(session);
    }

    @Override
    public int order() {
        return 10;
    }
}

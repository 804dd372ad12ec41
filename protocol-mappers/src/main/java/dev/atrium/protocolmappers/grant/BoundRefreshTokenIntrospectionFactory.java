package dev.atrium.protocolmappers.grant;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Puts the {@link BoundRefreshTokenIntrospection} in the place of Keycloak's own. */
public final class BoundRefreshTokenIntrospectionFactory extends RefreshTokenIntrospectionProviderFactory {
    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new BoundRefreshTokenIntrospection(session);
    }

    @Override
    public int order() {
        return 10;
    }
}

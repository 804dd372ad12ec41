package dev.atrium.protocolmappers.grant;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Puts the {@link BoundTokenIntrospection} in the place of Keycloak's own. */
public final class BoundTokenIntrospectionFactory extends AccessTokenIntrospectionProviderFactory {
    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new BoundTokenIntrospection(session);
    }

    @Override
    public int order() {
        return 10;
    }
}

package dev.atrium.protocolmappers.grant;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;

/** Makes the {@link BoundRefreshTokenProvider}, which is asked before Keycloak's own. */
public final class BoundRefreshTokenProviderFactory implements RefreshTokenProviderFactory {
    @Override
    public RefreshTokenProvider create(KeycloakSession session) {
        return new BoundRefreshTokenProvider(session);
    }

    @Override
    public String getId() {
        return "atrium-bound";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

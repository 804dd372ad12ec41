package dev.atrium.protocolmappers.grant;

import dev.atrium.support.provider.QuietFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;

/** Makes the {@link BoundRefreshTokenProvider}, which is asked before Keycloak's own. */
public final class BoundRefreshTokenProviderFactory
        implements RefreshTokenProviderFactory, QuietFactory<RefreshTokenProvider> {
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
}

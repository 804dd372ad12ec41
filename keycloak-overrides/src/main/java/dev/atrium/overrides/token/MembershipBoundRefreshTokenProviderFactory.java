package dev.atrium.overrides.token;

import dev.atrium.support.provider.DefaultProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;

/** Makes the {@link MembershipBoundRefreshTokenProvider}, which is asked before Keycloak's own. */
public final class MembershipBoundRefreshTokenProviderFactory
        implements RefreshTokenProviderFactory, DefaultProviderFactory<RefreshTokenProvider> {
    @Override
    public RefreshTokenProvider create(KeycloakSession session) {
        return new MembershipBoundRefreshTokenProvider(session);
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

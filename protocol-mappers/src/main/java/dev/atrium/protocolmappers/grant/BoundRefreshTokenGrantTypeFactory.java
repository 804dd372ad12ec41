package dev.atrium.protocolmappers.grant;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantTypeFactory;

/** Puts the {@link BoundRefreshTokenGrantType} in the place of Keycloak's own. */
public final class BoundRefreshTokenGrantTypeFactory extends RefreshTokenGrantTypeFactory {
    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new BoundRefreshTokenGrantType();
    }

    @Override
    public int order() {
        return 10;
    }
}

package dev.atrium.overrides.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantTypeFactory;

/** Puts the {@link MembershipBoundRefreshTokenGrantType} in the place of Keycloak's own. */
public final class MembershipBoundRefreshTokenGrantTypeFactory extends RefreshTokenGrantTypeFactory {
    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new MembershipBoundRefreshTokenGrantType();
    }

    @Override
    public int order() {
        return 10;
    }
}

package dev.atrium.protocolmappers.grant;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.AuthorizationCodeGrantTypeFactory;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;

/** Puts the {@link BoundAuthorizationCodeGrantType} in the place of Keycloak's own. */
public final class BoundAuthorizationCodeGrantTypeFactory extends AuthorizationCodeGrantTypeFactory {
    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new BoundAuthorizationCodeGrantType();
    }

    @Override
    public int order() {
        return 10;
    }
}

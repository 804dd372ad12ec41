package dev.atrium.overrides.broker;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.JWTAuthorizationGrantTypeFactory;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;

/** Puts the {@link HomeIdpJwtGrantType} in the place of Keycloak's own. */
public final class HomeIdpJwtGrantTypeFactory extends JWTAuthorizationGrantTypeFactory {
    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new HomeIdpJwtGrantType();
    }

    @Override
    public int order() {
        return 10;
    }
}

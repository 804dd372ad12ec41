package dev.atrium.overrides.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.AuthorizationCodeGrantTypeFactory;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;

/** Puts the {@link MembershipBoundAuthorizationCodeGrantType} in the place of Keycloak's own. */
public final class MembershipBoundAuthorizationCodeGrantTypeFactory extends AuthorizationCodeGrantTypeFactory {
    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new MembershipBoundAuthorizationCodeGrantType();
    }

    @Override
    public int order() {
        return 10;
    }
}

package dev.atrium.overrides.scope;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.ClientCredentialsGrantTypeFactory;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;

/** Puts the {@link NamingClientCredentialsGrantType} in the place of Keycloak's own. */
public final class NamingClientCredentialsGrantTypeFactory extends ClientCredentialsGrantTypeFactory {
    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new NamingClientCredentialsGrantType();
    }

    @Override
    public int order() {
        return 10;
    }
}

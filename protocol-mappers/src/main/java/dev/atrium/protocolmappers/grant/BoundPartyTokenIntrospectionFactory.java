package dev.atrium.protocolmappers.grant;

import org.keycloak.authorization.protection.introspect.RPTIntrospectionProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Puts the {@link BoundPartyTokenIntrospection} in the place of Keycloak's own. */
public final class BoundPartyTokenIntrospectionFactory extends RPTIntrospectionProviderFactory {
    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new BoundPartyTokenIntrospection(session);
    }

    @Override
    public int order() {
        return 10;
    }
}

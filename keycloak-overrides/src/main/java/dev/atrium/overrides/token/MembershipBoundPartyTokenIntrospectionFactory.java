package dev.atrium.overrides.token;

import org.keycloak.authorization.protection.introspect.RPTIntrospectionProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Puts the {@link MembershipBoundPartyTokenIntrospection} in the place of Keycloak's own. */
public final class MembershipBoundPartyTokenIntrospectionFactory extends RPTIntrospectionProviderFactory {
    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new MembershipBoundPartyTokenIntrospection(session);
    }

    @Override
    public int order() {
        return 10;
    }
}

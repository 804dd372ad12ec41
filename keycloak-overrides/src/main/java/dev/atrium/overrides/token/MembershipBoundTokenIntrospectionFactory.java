package dev.atrium.overrides.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Puts the {@link MembershipBoundTokenIntrospection} in the place of Keycloak's own. */
public final class MembershipBoundTokenIntrospectionFactory extends AccessTokenIntrospectionProviderFactory {
    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new MembershipBoundTokenIntrospection(session);
    }

    @Override
    public int order() {
        return 10;
    }
}

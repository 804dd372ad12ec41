package dev.atrium.overrides.token;

import dev.atrium.tokens.grant.EndedMembership;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;

/** Introspection of what is said to be a refresh token, which ends with its membership too. */
final class MembershipBoundRefreshTokenIntrospection extends RefreshTokenIntrospectionProvider {
    MembershipBoundRefreshTokenIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean introspectionChecks(String encoded) {
        if (!super.introspectionChecks(encoded)) {
            return false;
        }
        if (EndedMembership.isReported(session, token, user, eventBuilder)) {
            transformedToken = EndedMembership.withoutClaims();
            return false;
        }
        return true;
    }
}

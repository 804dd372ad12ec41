package dev.atrium.overrides.token;

import dev.atrium.tokens.client.IntrospectionRight;
import dev.atrium.tokens.grant.EndedMembership;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/** Introspection of access tokens (RFC 7662), for which one whose membership has ended is not active. */
final class MembershipBoundTokenIntrospection extends AccessTokenIntrospectionProvider<AccessToken> {
    MembershipBoundTokenIntrospection(KeycloakSession session) {
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

    /** Who has the right to introspect the tokens of all clients need not be in their audience. */
    @Override
    protected boolean verifyAudience() {
        return IntrospectionRight.isHeldBy(session.getContext().getClient()) || super.verifyAudience();
    }
}

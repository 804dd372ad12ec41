package dev.atrium.overrides.token;

import dev.atrium.tokens.grant.EndedMembership;
import org.keycloak.authorization.protection.introspect.RPTIntrospectionProvider;
import org.keycloak.models.KeycloakSession;

/** Introspection of what is said to be a requesting party token, which may be any access token. */
final class MembershipBoundPartyTokenIntrospection extends RPTIntrospectionProvider {
    MembershipBoundPartyTokenIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean introspectionChecks(String encoded) {
        return super.introspectionChecks(encoded) && !EndedMembership.isReported(session, token, user, eventBuilder);
    }
}

package dev.atrium.protocolmappers.grant;

import dev.atrium.core.project.UserId;
import dev.atrium.support.membership.ActiveMembership;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/** Introspection of access tokens (RFC 7662), for which one whose membership has ended is not active. */
final class BoundTokenIntrospection extends AccessTokenIntrospectionProvider<AccessToken> {
    BoundTokenIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean introspectionChecks(String encoded) {
        if (!super.introspectionChecks(encoded)) {
            return false;
        }
        if (isOfEndedMembership()) {
            forget();
            eventBuilder.detail(Details.REASON, "The membership this token was for is no longer active");
            eventBuilder.error(Errors.INVALID_TOKEN);
            return false;
        }
        return true;
    }

    private boolean isOfEndedMembership() {
        return new PresentedToken(token)
                .membership()
                .filter(id -> ActiveMembership.find(session, id, new UserId(user.getId()))
                        .isEmpty())
                .isPresent();
    }

    /** Keycloak gives away the claims it has put together, as a JWT, even of a token that is not active. */
    private void forget() {
        transformedToken = none();
    }

    @SuppressWarnings("NullAway") // Keycloak's own way to say that there are no claims
    private static AccessToken none() {
        return null;
    }
}

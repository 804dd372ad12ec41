package dev.atrium.tokens.grant;

import dev.atrium.core.account.UserId;
import dev.atrium.directory.membership.ActiveMembership;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;

/** That the membership a token was for is over, for which introspection has no more to say of the token. */
public final class EndedMembership {
    public static final String DESCRIPTION = "The membership that this grant is for is no longer active";

    private EndedMembership() {}

    /** Whether a valid token of this person is of such a membership; then the event says so. */
    public static boolean isReported(KeycloakSession session, AccessToken token, UserModel user, EventBuilder event) {
        boolean ended = isOf(session, token, user);
        if (ended) {
            event.detail(Details.REASON, "The membership that this token is for is no longer active");
            event.error(Errors.INVALID_TOKEN);
        }
        return ended;
    }

    /** Whether a valid token of this person is of such a membership. */
    public static boolean isOf(KeycloakSession session, AccessToken token, UserModel user) {
        return new UnverifiedAccessToken(token)
                .boundTo()
                .filter(id -> ActiveMembership.find(session, id, new UserId(user.getId()))
                        .isEmpty())
                .isPresent();
    }

    /** Keycloak gives away the claims it has put together, as a JWT, even of a token that is not active. */
    @SuppressWarnings("NullAway") // Keycloak's own way to say that there are no claims
    public static AccessToken withoutClaims() {
        return null;
    }
}

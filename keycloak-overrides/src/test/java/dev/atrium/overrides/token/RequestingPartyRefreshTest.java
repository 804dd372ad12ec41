package dev.atrium.overrides.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.keycloak.OAuthErrorException;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessToken.Authorization;
import org.keycloak.representations.RefreshToken;

/** A requesting party's refresh token, of a version that still left a membership in it. */
class RequestingPartyRefreshTest {
    @Test
    @SuppressWarnings("NullAway") // refused before the session is asked for anything
    void is_no_grant() {
        RefreshToken presented = new RefreshToken(new AccessToken(), new AccessToken.Confirmation(), "default");
        presented.setAuthorization(new Authorization());
        presented.setScope("openid user/*.rs atrium.membership/7b8f0f0e-8c55-4c3f-9a43-000000000000");
        RefreshTokenContext refresh = new RefreshTokenContext(presented, null, null, null, null, null);

        assertThatThrownBy(() -> new MembershipBoundRefreshTokenProvider(null).refreshAccessToken(refresh))
                .isInstanceOfSatisfying(
                        OAuthErrorException.class,
                        refused -> assertThat(refused.getError()).isEqualTo("invalid_grant"));
    }
}

package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code online_access} (SMART App Launch 2.2.0, "Scopes for requesting a refresh token"). */
@ExtendWith(AtriumServer.class)
class OnlineAccessIT {
    private final Admin admin = Admin.ofRealm();
    private final TestUser user = TestUser.clinician(admin);
    private final Person person = Person.of(user);

    @Nested
    class Given_a_client_that_may_request_it {
        private final App app = TestClient.of(admin, "user/*.rs", "online_access", "offline_access")
                .app();

        @Test
        void R_01_refreshes_while_the_user_is_signed_in() {
            Tokens tokens = person.tokens(app, "openid user/*.rs online_access");

            Tokens refreshed = app.refresh(tokens.refreshToken());

            assertThat(refreshed.scopes()).isEqualTo(tokens.scopes()).contains("online_access");
            assertThat(Tokens.claims(refreshed.refreshToken()).path("typ").asText())
                    .isEqualTo("Refresh");
        }

        @Test
        void R_01_refreshes_no_longer_when_the_user_has_signed_out() {
            Tokens tokens = person.tokens(app, "openid user/*.rs online_access");

            admin.send("POST", "users/" + user.id() + "/logout", "");

            assertThat(app.refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
        }

        @Test
        void R_01_gets_no_refresh_token_without_asking_for_one() {
            assertThat(person.tokens(app, "openid user/*.rs").hasRefreshToken()).isFalse();
        }

        @Test
        void R_01_refreshes_without_the_user_with_offline_access() {
            Tokens tokens = person.tokens(app, "openid user/*.rs offline_access");

            user.endSessions();

            assertThat(app.refresh(tokens.refreshToken()).scopes()).isEqualTo(tokens.scopes());
        }
    }

    @Nested
    class Given_any_other_client {
        @Test
        void R_02_gets_a_refresh_token_of_its_session_as_before() {
            App app = TestClient.of(admin, "user/*.rs").app();

            assertThat(app.refresh(person.tokens(app, "openid user/*.rs").refreshToken())
                            .accessToken())
                    .isNotEmpty();
        }
    }
}

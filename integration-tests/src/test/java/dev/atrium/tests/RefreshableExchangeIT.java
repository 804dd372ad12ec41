package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A token exchange whose client may ask for a refresh token, too: it works, for what was exchanged and no more. */
@ExtendWith(AtriumServer.class)
class RefreshableExchangeIT {
    private static final String REFRESH = "standard.token.exchange.enableRefreshRequestedTokenType";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);
    private final TestClient exchanger = TestClient.of(admin, "user/*.cruds", "fhirUser")
            .with("standard.token.exchange.enabled", "true")
            .with(REFRESH, "SAME_SESSION");
    private final App app = exchanger.app();

    @Nested
    class Given_a_token_that_another_client_exchanged {
        private String river;
        private Tokens exchanged;

        @BeforeEach
        void of_one_of_two_profiles() {
            TestClient first = TestClient.of(admin, "user/*.cruds", "fhirUser");
            first.audience(app.clientId());
            river = user.joins("riverside", "Practitioner/exchanged", "clinician");
            user.joins("lakeside", "Practitioner/exchanged", "clinician");
            exchanged = exchange(person.tokensAs("riverside", first.app(), "openid fhirUser user/*.rs"));
        }

        @Test
        void is_refreshed_as_the_same_profile() {
            Tokens refreshed = app.refresh(exchanged.refreshToken());

            assertThat(refreshed.scopes()).containsExactlyInAnyOrder("openid", "user/*.r");
            assertThat(refreshed.accessClaims().path("membership").asText()).isEqualTo(river);
            assertThat(app.refresh(refreshed.refreshToken()).scopes()).contains("user/*.r");
        }

        @Test
        void keeps_its_profile_after_a_sign_in_with_the_other() {
            person.tokensAs("lakeside", app, "openid user/*.rs");

            assertThat(app.refresh(exchanged.refreshToken())
                            .accessClaims()
                            .path("membership")
                            .asText())
                    .isEqualTo(river);
        }

        @Test
        void is_refreshed_to_nothing_wider() {
            assertThat(app.refresh(exchanged.refreshToken(), "openid user/*.rs").error())
                    .isEqualTo("invalid_scope");
            assertThat(app.refresh(exchanged.refreshToken(), "openid fhirUser user/*.r")
                            .error())
                    .isEqualTo("invalid_scope");
        }

        @Test
        void is_over_when_its_membership_has_ended() {
            user.leaves(river);

            assertThat(app.refresh(exchanged.refreshToken()).error()).isEqualTo("invalid_grant");
        }

        @Test
        void is_no_choice_of_a_profile_at_the_client() {
            assertThat(person.signIn(app, "openid user/*.rs", Map.of("prompt", "none"))
                            .callback())
                    .containsEntry("error", "interaction_required");
        }

        private Tokens exchange(Tokens subject) {
            Map<String, String> parameters = new HashMap<>();
            parameters.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
            parameters.put("subject_token", subject.accessToken());
            parameters.put("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
            parameters.put("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token");
            parameters.put("scope", "openid user/*.r");
            return app.token(parameters);
        }
    }
}

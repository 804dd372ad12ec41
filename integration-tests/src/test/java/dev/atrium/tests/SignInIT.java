package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AtriumServer.class)
class SignInIT {
    private static final String PASSWORD = "atrium-demo-only";

    private final Browser browser = new Browser();

    @Nested
    class Given_a_practitioner_with_one_profile {
        @Test
        void signs_in_without_being_asked_for_a_profile() {
            Page callback = signIn(App.PORTAL, "openid fhirUser user/*.rs", "alice@riverside.example");

            Tokens tokens = App.PORTAL.exchange(callback);

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "fhirUser", "user/*.rs");
            assertThat(tokens.accessClaims().path("fhirUser").asText())
                    .isEqualTo("http://localhost:8090/fhir/riverside/Practitioner/alice");
        }
    }

    @Nested
    class Given_a_person_with_several_profiles {
        @Test
        void is_asked_which_one() {
            Page profiles = signIn(App.PORTAL, "openid user/*.cruds", "bob@example.org");

            assertThat(profiles.profiles()).hasSize(2); // as a patient, the app would get nothing

            Tokens tokens = App.PORTAL.exchange(profiles.choose("lakeside"));
            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "user/*.rs");
            assertThat(tokens.accessClaims().path("project").asText()).isEqualTo("lakeside");
        }
    }

    @Nested
    class Given_an_app_that_needs_consent {
        @Test
        void shows_what_it_asks_for() {
            Page scopes = App.SMART_APP
                    .authorize(
                            browser,
                            "openid fhirUser launch/patient patient/*.rs offline_access",
                            Map.of("prompt", "consent"))
                    .email("carol@example.org")
                    .password(PASSWORD);

            assertThat(scopes.scopes())
                    .containsExactlyInAnyOrder("fhirUser", "launch/patient", "patient/*.rs", "offline_access");

            Tokens tokens = App.SMART_APP.exchange(scopes.allow(scopes.scopes()));
            assertThat(tokens.answer().text("patient")).isEqualTo("carol");
        }
    }

    private Page signIn(App app, String scope, String email) {
        return app.authorize(browser, scope).email(email).password(PASSWORD);
    }
}

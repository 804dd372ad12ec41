package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AtriumServer.class)
class ScopesStageIT {
    private static final String SCOPE =
            "openid fhirUser launch/patient patient/Observation.rs patient/Condition.rs offline_access";

    private final TestUser person = Admin.ofRealm().user("example.org");
    private final Visitor visitor = Visitor.of(person);

    @BeforeEach
    void joinAsPatient() {
        person.joins("riverside", "Patient/himself", "patient-self");
    }

    @Nested
    class Given_an_app_that_needs_consent {
        @Test
        void shows_what_it_asks_for_in_plain_words() {
            Page page = ask(SCOPE);

            assertThat(page.title()).isEqualTo("SMART app asks for access");
            assertThat(page.text())
                    .contains("Riverside Clinic As a patient")
                    .contains("Measurements and test results view")
                    .contains("Health problems and diagnoses view")
                    .contains("Who you are")
                    .contains("Keep access when you are not using the app")
                    .doesNotContain("patient/Observation.rs");
        }

        @Test
        void has_everything_ticked_at_first() {
            Page page = ask(SCOPE);

            assertThat(page.ticked())
                    .containsExactlyInAnyOrder(
                            "fhirUser",
                            "launch/patient",
                            "patient/Observation.rs",
                            "patient/Condition.rs",
                            "offline_access");
        }

        @Test
        void grants_all_when_all_is_allowed() {
            Tokens tokens = App.SMART_APP.exchange(ask(SCOPE).allow());

            assertThat(tokens.scopes()).containsExactlyInAnyOrder(SCOPE.split(" "));
            assertThat(tokens.answer().text("patient")).isEqualTo("himself");
            assertThat(tokens.hasRefreshToken()).isTrue();
        }

        @Test
        void does_not_grant_what_is_unticked() {
            Tokens tokens = App.SMART_APP.exchange(ask(SCOPE).allow(List.of("launch/patient", "patient/Condition.rs")));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "launch/patient", "patient/Condition.rs");
        }

        @Test
        void does_not_grant_what_was_not_on_the_page() {
            Page page = ask(SCOPE);

            Tokens tokens = App.SMART_APP.exchange(page.allow(List.of(
                    "launch/patient",
                    "patient/Condition.rs",
                    "patient/*.cruds",
                    "user/*.cruds",
                    "patient/Observation.cruds",
                    "system/*.rs")));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "launch/patient", "patient/Condition.rs");
        }

        @Test
        void gives_no_access_when_all_is_unticked() {
            Tokens tokens = App.SMART_APP.exchange(ask(SCOPE).allow(List.of()));

            assertThat(tokens.scopes()).containsExactly("openid");
            assertThat(tokens.hasRefreshToken()).isFalse();
        }

        @Test
        void gives_no_refresh_token_when_offline_access_is_unticked() {
            Page page = ask(SCOPE);
            List<String> others = page.ticked().stream()
                    .filter(scope -> !scope.equals("offline_access"))
                    .toList();

            Tokens tokens = App.SMART_APP.exchange(page.allow(others));

            assertThat(tokens.scopes()).contains("patient/Observation.rs").doesNotContain("offline_access");
            assertThat(tokens.hasRefreshToken()).isFalse();
        }

        @Test
        void sends_back_access_denied_when_denied() {
            Page page = visitor.signsIn(App.SMART_APP, SCOPE, Map.of("state", "a-state"));

            assertThat(page.deny().callback())
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", "a-state")
                    .doesNotContainKey("code");
        }

        @Test
        void takes_scopes_of_the_first_version_and_gives_them_back() {
            Page page = ask("openid patient/Observation.read patient/Condition.read");

            assertThat(page.scopes()).containsExactlyInAnyOrder("patient/Observation.read", "patient/Condition.read");
            assertThat(App.SMART_APP.exchange(page.allow()).scopes())
                    .containsExactlyInAnyOrder("openid", "patient/Observation.read", "patient/Condition.read");
        }
    }

    @Nested
    class Given_scopes_of_keycloak_s_own_consent_page {
        @Test
        void are_on_the_same_page_and_asked_just_once() {
            Page page = ask("openid profile email patient/*.rs");

            assertThat(page.scopes()).containsExactlyInAnyOrder("profile", "email", "patient/*.rs");
            Tokens tokens = App.SMART_APP.exchange(page.allow());
            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "profile", "email", "patient/*.rs");
        }

        @Test
        void can_be_unticked_there() {
            Tokens tokens = App.SMART_APP.exchange(
                    ask("openid profile email patient/*.rs").allow(List.of("patient/*.rs", "profile")));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "profile", "patient/*.rs");
            assertThat(tokens.idClaims().has("email")).isFalse();
        }
    }

    private Page ask(String scope) {
        return visitor.signsIn(App.SMART_APP, scope);
    }
}

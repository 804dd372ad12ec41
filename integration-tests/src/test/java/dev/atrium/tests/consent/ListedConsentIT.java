package dev.atrium.tests.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestPolicy;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.AccountConsole;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Json;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person agreed to is listed where Keycloak lists consents, and is taken back there. */
@ExtendWith(AtriumServer.class)
class ListedConsentIT {
    private static final App APP = App.SMART_APP;
    private static final String ASKED =
            "openid fhirUser launch/patient patient/Observation.rs patient/Condition.rs email offline_access";
    private static final String OBSERVATIONS = "Health record: Measurements and test results (view)";
    private static final String CONDITIONS = "Health record: Health problems and diagnoses (view)";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_a_person_who_agreed_to_a_part {
        private Tokens tokens;

        @BeforeEach
        void unticking_conditions() {
            user.joins("riverside", "Patient/himself", "patient-self");
            Page page = person.signIn(APP, ASKED);
            tokens = APP.exchange(page.allow(page.ticked().stream()
                    .filter(scope -> !scope.equals("patient/Condition.rs"))
                    .toList()));
        }

        @Test
        void sees_it_in_the_account_console_in_plain_words() {
            assertThat(listed("en"))
                    .contains(
                            OBSERVATIONS,
                            "Who you are",
                            "Which patient the health record belongs to",
                            "Keep access when you are not using the app",
                            "Email address")
                    .doesNotContain(CONDITIONS);
        }

        @Test
        void sees_it_in_another_language() {
            assertThat(listed("de")).contains("Patientenakte: Messwerte und Testergebnisse (ansehen)");
        }

        @Test
        void is_seen_by_administrators() {
            assertThat(granted()).contains(OBSERVATIONS, "email").doesNotContain(CONDITIONS);
        }

        @Test
        void is_seen_with_what_was_agreed_to_later() {
            person.signIn(APP, ASKED).allow(List.of("launch/patient", "patient/Condition.rs"));

            assertThat(granted()).contains(CONDITIONS).doesNotContain(OBSERVATIONS, "email");
            assertThat(listed("en")).contains(CONDITIONS).doesNotContain(OBSERVATIONS, "Email address");
        }

        @Test
        void takes_it_back_there_for_both() {
            AccountConsole.of(person).removeAccess(APP);

            assertThat(granted()).isEmpty();
            assertThat(APP.refresh(tokens.refreshToken()).error()).isNotEmpty();
            assertThat(Person.of(user).signIn(APP, ASKED).ticked()).contains("patient/Condition.rs");
        }

        @Test
        void has_it_taken_back_by_administrators_for_both() {
            admin.delete("users/" + user.id() + "/consents/" + APP.clientId());

            assertThat(listed("en")).isEmpty();
            assertThat(Person.of(user).signIn(APP, ASKED).scopes()).isNotEmpty();
        }

        @Test
        void sees_no_more_of_what_they_took_back_by_itself() {
            AccountConsole.of(person)
                    .request("PUT", "applications/" + APP.clientId() + "/consent", "{\"grantedScopes\": []}");

            assertThat(listed("en")).contains(OBSERVATIONS).doesNotContain("Email address");
        }

        @Test
        void sees_nothing_of_it_after_agreeing_again_to_something_else_on_keycloak_s_page() {
            admin.delete("users/" + user.id() + "/consents/" + APP.clientId());
            Page keycloaks = Person.of(user).signIn(APP, "openid email");
            var form = keycloaks.html().selectFirst("form:has([name=accept])");
            keycloaks
                    .browser()
                    .post(
                            URI.create(form.absUrl("action")),
                            Map.of(
                                    "code", List.of(form.select("[name=code]").val()),
                                    "accept", List.of("")));

            assertThat(granted()).containsExactly("email");
        }
    }

    @Nested
    class Given_a_person_who_agreed_in_two_profiles {
        @Test
        void is_seen_with_both() {
            user.joins("riverside", "Patient/himself", "patient-self");
            String conditions = TestPolicy.of(admin, "user/Condition.cruds").name();
            user.joins("lakeside", "Practitioner/himself", conditions);
            person.signIn(APP, "openid patient/Observation.rs").allow(); // which only one of the two can be used for
            person.signIn(APP, "openid user/Condition.cruds").allow();

            assertThat(granted())
                    .contains(
                            OBSERVATIONS,
                            "All data you have access to: Health problems and diagnoses (view, add, change, delete)");
        }
    }

    private List<String> listed(String language) {
        JsonNode apps = AccountConsole.of(person).applications(language).json();
        return StreamSupport.stream(apps.spliterator(), false)
                .filter(app -> Json.text(app, "clientId").equals(APP.clientId()))
                .flatMap(app -> Json.texts(app.path("consent").path("grantedScopes"), "displayText").stream())
                .toList();
    }

    private List<String> granted() {
        return StreamSupport.stream(
                        admin.read("users/" + user.id() + "/consents").spliterator(), false)
                .filter(consent -> Json.text(consent, "clientId").equals(APP.clientId()))
                .flatMap(consent -> Json.texts(consent.path("grantedClientScopes")).stream())
                .toList();
    }
}

package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Json;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may be launched with whose record. */
@ExtendWith(AtriumServer.class)
class EhrLaunchPeopleIT {
    private static final String SCOPE = "openid fhirUser launch patient/*.cruds user/*.rs";
    private static final String ANN = "{'patient': 'ann'}";

    private final Admin admin = Admin.ofRealm();
    private final Ehr ehr = Ehr.of(admin);
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);
    private final TestClient client =
            TestClient.of(admin, "launch", "launch/patient", "patient/*.cruds", "user/*.cruds", "fhirUser");
    private final App app = client.app();

    private Page launched(String context) {
        return person.signIn(app, SCOPE, ehr.launch(app, context));
    }

    @Nested
    class Given_a_launch_for_one_user {
        @Test
        void L_05_lets_that_user_in() {
            user.joins(ehr.project(), "Practitioner/1", "clinician");
            Map<String, String> launch = ehr.launch(ehr.body(app, ANN).put("user", user.email()));

            assertThat(app.exchange(person.signIn(app, SCOPE, launch)).answer().text("patient"))
                    .isEqualTo("ann");
        }

        @Test
        void L_05_shows_anybody_else_why_not_and_tells_the_app() {
            user.joins(ehr.project(), "Practitioner/1", "clinician");
            TestUser meant = admin.user("example.org");
            Map<String, String> launch = ehr.launch(ehr.body(app, ANN).put("user", meant.id()));

            Page refused = person.signIn(app, SCOPE, launch);

            assertThat(refused.title()).isEqualTo("The app was opened for someone else");
            assertThat(refused.back().callback())
                    .containsEntry("error", "access_denied")
                    .containsKey("state");
        }

        @Test
        void L_05_needs_another_sign_in_of_anybody_else_where_no_page_may_be_shown() {
            user.joins(ehr.project(), "Practitioner/1", "clinician");
            launched(ANN);
            TestUser meant = admin.user("example.org");
            String handle =
                    ehr.launch(ehr.body(app, ANN).put("user", meant.id())).get("launch");

            Page refused = app.authorize(
                    person.browser(), SCOPE, Map.of("launch", handle, "aud", ehr.server(), "prompt", "none"));

            assertThat(refused.callback()).containsEntry("error", "login_required");
        }
    }

    @Nested
    class Given_a_person_who_is_a_patient {
        @Test
        void S_14_never_gets_the_record_of_another() {
            user.joins(ehr.project(), "Patient/ben", "clinician");

            Page refused = launched(ANN);

            assertThat(refused.title()).isEqualTo("The app was opened for another patient");
            assertThat(refused.text()).doesNotContain("ann");
            assertThat(refused.back().callback()).containsEntry("error", "access_denied");
        }

        @Test
        void S_14_gets_the_own_record() {
            user.joins(ehr.project(), "Patient/ann", "patient-self");

            Tokens tokens = app.exchange(launched(ANN));

            assertThat(tokens.answer().text("patient")).isEqualTo("ann");
            assertThat(tokens.scopes()).contains("patient/*.rs").doesNotContain("patient/*.cruds");
        }

        @Test
        void S_14_is_not_offered_where_another_role_may_see_the_record() {
            user.joins(ehr.project(), "Patient/ben", "clinician", "Myself");
            user.joins(ehr.project(), "Practitioner/1", "clinician", "At work");

            Tokens tokens = app.exchange(launched(ANN));

            assertThat(Json.text(tokens.accessClaims(), "fhirUser")).endsWith("/Practitioner/1");
        }
    }

    @Nested
    class Given_a_clinician {
        @Test
        void S_14_is_still_narrowed_by_the_policy() {
            user.joins(ehr.project(), "Practitioner/1", "patient-self");

            Tokens tokens = app.exchange(launched(ANN));

            assertThat(tokens.scopes()).contains("patient/*.rs").doesNotContain("user/*.rs", "patient/*.cruds");
        }

        @Test
        void L_05_is_nobody_where_the_launch_does_not_lead() {
            user.joins("riverside", "Practitioner/1", "clinician");

            Page refused = launched(ANN);

            assertThat(refused.back().callback()).containsEntry("error", "access_denied");
        }

        @Test
        void L_05_acts_in_the_project_of_the_launch_though_there_are_others() {
            user.joins("riverside", "Practitioner/1", "clinician");
            user.joins(ehr.project(), "Practitioner/2", "clinician");

            Tokens tokens = app.exchange(launched(ANN));

            assertThat(Json.text(tokens.accessClaims(), "fhirUser")).isEqualTo(ehr.server() + "/Practitioner/2");
        }

        @Test
        void S_15_gets_no_patient_scope_from_a_launch_without_a_patient() {
            user.joins(ehr.project(), "Practitioner/1", "reader");

            Tokens tokens = app.exchange(launched("{'tenant': 'ward-3'}"));

            assertThat(tokens.scopes()).contains("launch", "user/*.rs").doesNotContain("patient/*.cruds");
            assertThat(tokens.answer().json().has("patient")).isFalse();
        }

        @Test
        void S_15_is_told_when_the_app_wants_a_patient_and_nothing_else() {
            user.joins(ehr.project(), "Practitioner/1", "patient-self");

            Page refused = person.signIn(app, "openid launch patient/*.rs", ehr.launch(app, "{'tenant': 'ward-3'}"));

            assertThat(refused.isCallback()).isFalse();
            assertThat(refused.back().callback()).containsEntry("error", "invalid_scope");
        }

        @Test
        void S_15_is_asked_for_the_patient_whom_the_launch_does_not_name() {
            user.joins(ehr.project(), "Practitioner/1", "clinician");

            Page asked = person.signIn(app, "openid launch patient/*.rs", ehr.launch(app, "{'tenant': 'ward-3'}"));

            assertThat(asked.isCallback()).isFalse();
            assertThat(asked.html().select("form[id^=atrium-patient]")).isNotEmpty();
        }
    }
}

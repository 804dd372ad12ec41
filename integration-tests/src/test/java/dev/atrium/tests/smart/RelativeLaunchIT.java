package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestPolicy;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An EHR launches an app for somebody who is a relative of a patient: into that patient's record, and no other. */
@ExtendWith(AtriumServer.class)
class RelativeLaunchIT {
    private static final String SCOPE = "openid launch patient/Observation.rs";
    private static final String REFUSED = "The app was opened for another patient";

    private final PatientServer server = PatientServer.start()
            .patient("mia", "Mia", "Brown", "2015-05-05")
            .with(
                    "{\"resourceType\": \"RelatedPerson\", \"id\": \"mum\", \"patient\": {\"reference\": \"Patient/mia\"}}");
    private final Admin admin = Admin.ofRealm();
    private final Ehr ehr = Ehr.at(server, admin);
    private final TestClient client = TestClient.publicOne(admin, "launch", "patient/*.cruds");
    private final TestUser mother = admin.user("example.org");
    private final Browser browser = new Browser();

    @AfterEach
    void no_server() {
        server.close();
    }

    @Nested
    class Given_a_policy_by_which_their_RelatedPerson_can_be_read {
        @BeforeEach
        void joins() {
            mother.joins(
                    ehr.project(),
                    "RelatedPerson/mum",
                    TestPolicy.of(admin, "patient/*.rs", "user/RelatedPerson.r").name());
        }

        @Test
        void are_launched_into_the_record_of_their_patient() {
            Tokens tokens = client.app().exchange(launchedInto("mia"));

            assertThat(tokens.answer().text("patient")).isEqualTo("mia");
            assertThat(tokens.scopes()).contains("patient/Observation.rs");
        }

        @Test
        void are_not_launched_into_another_record() {
            Page page = launchedInto("leo");

            assertThat(page.title()).isEqualTo(REFUSED);
            assertThat(page.back().callback()).containsEntry("error", "access_denied");
        }

        @Test
        void nor_without_a_page() {
            launchedInto("mia");

            assertThat(silentlyInto("mia").callback()).containsKey("code");
            assertThat(silentlyInto("leo").callback()).containsKey("error").doesNotContainKey("code");
        }

        private Page silentlyInto(String patient) {
            Map<String, String> request = new HashMap<>(ehr.launch(client.app(), "{'patient': '" + patient + "'}"));
            request.put("prompt", "none");
            return client.app().authorize(browser, SCOPE, request);
        }

        @Test
        void nor_where_the_FHIR_server_does_not_answer() {
            server.close();

            Page page = launchedInto("mia");

            assertThat(page.text()).contains("The health records cannot be reached right now.");
            assertThat(PickerVisit.leave(page).callback()).containsEntry("error", "access_denied");
        }

        @Test
        void whatever_is_sent_in_the_place_of_the_page() {
            Page page = launchedInto("leo");

            Page again = page.submit("atrium-refused", Map.of("patient", List.of("mia"), "scope", List.of("x")), "x");

            assertThat(again.isCallback() && again.callback().containsKey("code"))
                    .isFalse();
        }
    }

    @Nested
    class Given_a_policy_by_which_it_cannot_be_read {
        @Test
        void are_launched_where_the_EHR_says() {
            mother.joins(
                    ehr.project(),
                    "RelatedPerson/mum",
                    TestPolicy.of(admin, "patient/*.rs").name());

            assertThat(launchedInto("leo").callback()).containsKey("code");
        }
    }

    private Page launchedInto(String patient) {
        return new Person(mother.email(), browser)
                .signIn(client.app(), SCOPE, ehr.launch(client.app(), "{'patient': '" + patient + "'}"));
    }
}

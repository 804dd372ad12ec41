package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestPolicy;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The consent page says whose record an app asks for, by the name that the FHIR server gives, if it gives one. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class WhoseRecordIT {
    private static final String SCOPE = "openid launch/patient patient/Observation.rs";

    private final PatientServer server = PatientServer.start()
            .patient("mia", "Mia", "Brown", "2015-05-05")
            .with("{\"resourceType\": \"RelatedPerson\", \"id\": \"mum\","
                    + " \"patient\": {\"reference\": \"Patient/mia\", \"display\": \"Mia <b>Brown\\u0000</b>\"}}")
            .with(
                    "{\"resourceType\": \"RelatedPerson\", \"id\": \"dad\", \"patient\": {\"reference\": \"Patient/mia\"}}");
    private final PickerVisit visit = PickerVisit.at(server);

    @AfterEach
    void no_server() {
        server.close();
    }

    @Nested
    class Given_a_clinician {
        @Test
        void reads_the_name_of_the_patient_they_chose() {
            visit.asClinician().client().withConsent();
            Page found = PickerVisit.search(visit.signIn(SCOPE), "Mia");

            assertThat(topics(PickerVisit.pick(found, "mia"))).contains("Health record: Mia Brown");
        }
    }

    @Nested
    class Given_a_relative {
        @Test
        void reads_the_name_that_the_server_gives() {
            visit.as("RelatedPerson/mum", "patient/*.rs", "user/RelatedPerson.rs")
                    .client()
                    .withConsent();

            assertThat(topics(visit.signIn(SCOPE))).contains("Health record: Mia <b>Brown </b>");
        }

        @Test
        void reads_no_name_where_it_gives_none() {
            visit.as("RelatedPerson/dad", "patient/*.rs", "user/RelatedPerson.rs")
                    .client()
                    .withConsent();

            assertThat(topics(visit.signIn(SCOPE))).contains("Health record ");
        }

        @Test
        void reads_no_label_of_theirs_where_an_EHR_says_which_record_is_open() {
            Admin admin = Admin.ofRealm();
            Ehr ehr = Ehr.of(admin);
            TestUser mother = admin.user("example.org");
            mother.joins(
                    ehr.project(),
                    "RelatedPerson/of-kim",
                    TestPolicy.of(admin, "patient/*.rs").name(),
                    "Kim");
            TestClient client = TestClient.publicOne(admin, "launch", "patient/*.cruds");
            client.withConsent();

            Page consent = new Person(mother.email(), new Browser())
                    .signIn(client.app(), "openid launch patient/*.rs", ehr.launch(client.app(), "{'patient': 'leo'}"));

            assertThat(topics(consent))
                    .contains("Health record of the patient for whom you opened the app")
                    .doesNotContain("Kim");
        }
    }

    private static String topics(Page page) {
        return String.join(" ", page.html().select("legend").eachText()) + " ";
    }
}

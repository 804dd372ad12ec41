package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where patient and encounter come from when nobody searches for a patient: the person's own role, and the FHIR server. */
@ExtendWith(AtriumServer.class)
class LaunchContextSourcesIT {
    private static final String OF_A_RELATIVE = "openid launch/patient patient/Observation.rs";
    private static final String WITH_ENCOUNTER = "openid launch/patient launch/encounter patient/Encounter.rs";

    private final PatientServer server = PatientServer.start()
            .patient("child", "Kim", "Child", "2015-05-05")
            .with(
                    "{\"resourceType\": \"RelatedPerson\", \"id\": \"mum\", \"patient\": {\"reference\": \"Patient/child\"}}");
    private final PickerVisit visit = PickerVisit.at(server);

    @AfterEach
    void no_server() {
        server.close();
    }

    @Nested
    class Given_somebody_who_is_the_patient {
        @Test
        void L_09_is_asked_nothing() {
            visit.as("Patient/child", "patient/*.rs");

            Tokens tokens = visit.app().exchange(visit.signIn(OF_A_RELATIVE));

            assertThat(tokens.answer().text("patient")).isEqualTo("child");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Nested
    class Given_a_relative {
        @Test
        void L_09_is_asked_nothing_as_there_is_one_patient() {
            visit.as("RelatedPerson/mum", "patient/*.rs", "user/RelatedPerson.rs");

            Tokens tokens = visit.app().exchange(visit.signIn(OF_A_RELATIVE));

            assertThat(tokens.answer().text("patient")).isEqualTo("child");
            assertThat(server.claims().path("scope").asText()).isEqualTo("user/RelatedPerson.r");
        }

        @Test
        void is_told_when_the_record_does_not_say_whose() {
            visit.as("RelatedPerson/unknown", "patient/*.rs", "user/RelatedPerson.rs");

            Page page = visit.signIn(OF_A_RELATIVE);

            assertThat(PickerVisit.notice(page)).startsWith("The health records do not say whose relative");
            assertThat(PickerVisit.leave(page).callback()).containsEntry("error", "access_denied");
        }

        @Test
        void goes_on_when_the_server_is_well_again() {
            visit.as("RelatedPerson/mum", "patient/*.rs", "user/RelatedPerson.rs");
            server.answers(503, "text/plain", "");
            Page page = visit.signIn(OF_A_RELATIVE);
            server.answers(
                    200,
                    "application/json",
                    "{\"resourceType\": \"RelatedPerson\", \"id\": \"mum\", \"patient\": {\"reference\": \""
                            + server.base() + "/Patient/child\"}}");

            Page done = page.submit("atrium-leave", Map.of(), "again");

            assertThat(visit.app().exchange(done).answer().text("patient")).isEqualTo("child");
        }

        @Test
        void a_patient_of_another_server_is_none() {
            visit.as("RelatedPerson/mum", "patient/*.rs", "user/RelatedPerson.rs");
            server.answers(
                    200,
                    "application/json",
                    "{\"resourceType\": \"RelatedPerson\", \"id\": \"mum\","
                            + " \"patient\": {\"reference\": \"https://elsewhere.example/Patient/child\"}}");

            assertThat(PickerVisit.notice(visit.signIn(OF_A_RELATIVE)))
                    .startsWith("The health records do not say clearly");
        }
    }

    @Nested
    class Given_an_app_that_asks_for_an_encounter {
        @Test
        void X_02_the_chosen_one_is_in_context() {
            visit.asClinician();
            encounter("e1", "child", "Check-up", "2024-03-05T10:00:00+01:00", "finished");
            encounter("e2", "child", "Emergency", "2026-01-02T23:15:00+01:00", "in-progress");
            Page found = PickerVisit.search(visit.signIn(WITH_ENCOUNTER), "Kim");

            Page encounters = PickerVisit.pick(found, "child");
            Tokens tokens = visit.app().exchange(PickerVisit.pickEncounter(encounters, "e2"));

            assertThat(encounters.title()).isEqualTo("Choose a visit");
            assertThat(encounters.text()).contains("Health record: Kim");
            assertThat(PickerVisit.rows(encounters))
                    .containsExactlyInAnyOrder(
                            "Check-up Mar 5, 2024, 10:00 AM", "Emergency Jan 2, 2026, 11:15 PM Still going on");
            assertThat(tokens.answer().text("encounter")).isEqualTo("e2");
            assertThat(tokens.answer().text("patient")).isEqualTo("child");
            assertThat(tokens.scopes()).contains("launch/encounter");
        }

        @Test
        void is_asked_for_the_newest_first() {
            visit.asClinician();
            encounter("e1", "child", "Check-up", "2024-03-05", "finished");

            PickerVisit.pick(PickerVisit.search(visit.signIn(WITH_ENCOUNTER), "Kim"), "child");

            assertThat(server.asked())
                    .anySatisfy(asked -> assertThat(asked).endsWith("/Encounter?patient=child&_sort=-date&_count=10"));
        }

        @Test
        void a_patient_chooses_among_their_own() {
            visit.as("Patient/child", "patient/*.rs");
            encounter("e1", "child", "Check-up", "2024-03-05", "finished");
            encounter("e9", "somebody-else", "With child in its text", "2024-03-05", "finished");

            Page encounters = visit.signIn(WITH_ENCOUNTER);

            assertThat(PickerVisit.rows(encounters)).containsExactly("Check-up Mar 5, 2024");
            assertThat(server.claims().path("scope").asText()).isEqualTo("patient/Encounter.rs");
            assertThat(server.claims().path("patient").asText()).isEqualTo("child");
        }

        @Test
        void one_that_was_not_shown_gets_nothing() {
            visit.as("Patient/child", "patient/*.rs");
            encounter("e1", "child", "Check-up", "2024-03-05", "finished");

            Page again = PickerVisit.pickEncounter(visit.signIn(WITH_ENCOUNTER), "e9");

            assertThat(again.title()).isEqualTo("Choose a visit");
        }

        @Test
        void without_any_there_is_no_way_on_but_back() {
            visit.as("Patient/child", "patient/*.rs");

            Page page = visit.signIn(WITH_ENCOUNTER);

            assertThat(PickerVisit.notice(page)).startsWith("No visits or hospital stays are recorded");
            assertThat(PickerVisit.leave(page).callback())
                    .containsEntry("error", "access_denied")
                    .containsEntry("error_description", "The user did not choose an encounter.");
        }
    }

    private void encounter(String id, String patient, String kind, String start, String status) {
        server.with("""
                {"resourceType": "Encounter", "id": "%s", "status": "%s", "type": [{"text": "%s"}],
                 "subject": {"reference": "Patient/%s"}, "period": {"start": "%s"}}""".formatted(id, status, kind, patient, start));
    }
}

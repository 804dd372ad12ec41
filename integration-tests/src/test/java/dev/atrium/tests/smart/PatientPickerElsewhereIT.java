package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestPolicy;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-ins by other flows than the one that is delivered. */
@ExtendWith(AtriumServer.class)
class PatientPickerElsewhereIT {
    private final PatientServer server = PatientServer.start().patient("ann", "Ann", "Smith", "1970-01-01");
    private final PickerVisit visit = PickerVisit.at(server).asClinician();

    @AfterEach
    void no_server() {
        server.close();
    }

    @Nested
    class Given_a_flow_without_the_stages {
        @Test
        void the_required_action_asks_for_the_patient() {
            flow("browser");

            Page found = PickerVisit.search(visit.signIn(PickerVisit.STANDALONE), "Ann");
            Tokens tokens = visit.app().exchange(PickerVisit.pick(found, "ann"));

            assertThat(tokens.answer().text("patient")).isEqualTo("ann");
            assertThat(tokens.scopes()).contains("patient/Observation.rs");
        }

        @Test
        void no_other_page_gets_past_it() {
            flow("browser");

            Page page = visit.signIn(PickerVisit.STANDALONE);

            assertThat(page.submit("atrium-leave", Map.of(), "accept").title()).isEqualTo("Choose a patient");
        }
    }

    @Nested
    class Given_a_flow_of_before_the_patient_step {
        @Test
        void fails_closed_as_it_did() {
            flow(withoutThePatientStep());

            Page refused = visit.signIn(PickerVisit.STANDALONE);

            assertThat(refused.title()).isEqualTo("For patients only");
            assertThat(refused.back().callback()).containsEntry("error", "invalid_scope");
        }

        @Test
        void leaves_scopes_of_a_patient_out_as_it_did() {
            flow(withoutThePatientStep());

            Tokens tokens = visit.app().exchange(visit.signIn(PickerVisit.STANDALONE + " user/Observation.rs"));

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "fhirUser", "user/Observation.rs");
            assertThat(tokens.answer().json().has("patient")).isFalse();
        }
    }

    @Nested
    class Given_another_role_chosen_on_the_way {
        @Test
        void the_patient_of_the_first_is_forgotten() {
            TestPolicy policy = TestPolicy.of(visit.admin(), "user/Patient.rs", "patient/*.rs");
            PickerVisit two = PickerVisit.at(server).as("Patient/own", "patient/*.rs");
            two.user().joins(two.project(), "Practitioner/doc", policy.name());
            Page found = PickerVisit.search(two.signIn(PickerVisit.STANDALONE).choose("professional"), "Ann");
            policy.allow("user/Patient.rs");

            Page refused = PickerVisit.pick(found, "ann");
            Tokens tokens = two.app().exchange(refused.submit("atrium-refused", Map.of(), "another"));

            assertThat(refused.title()).isEqualTo("You do not have permission");
            assertThat(tokens.answer().text("patient")).isEqualTo("own");
        }
    }

    private void flow(String alias) {
        Admin admin = visit.admin();
        String path = "clients/" + visit.client().uuid();
        ObjectNode client = (ObjectNode) admin.read(path);
        client.putObject("authenticationFlowBindingOverrides").put("browser", flowId(alias));
        admin.update(path, client);
    }

    private String flowId(String alias) {
        for (JsonNode flow : visit.admin().read("authentication/flows")) {
            if (flow.path("alias").asText().equals(alias)) {
                return flow.path("id").asText();
            }
        }
        throw new AssertionError("no flow '" + alias + "'");
    }

    private String withoutThePatientStep() {
        Admin admin = visit.admin();
        String copy = "before-" + UUID.randomUUID();
        String body = Admin.JSON.createObjectNode().put("newName", copy).toString();
        assertThat(admin.send("POST", "authentication/flows/Atrium%20browser/copy", body)
                        .statusCode())
                .isEqualTo(201);
        for (JsonNode step : admin.read("authentication/flows/" + copy + "/executions")) {
            if (step.path("providerId").asText().equals("atrium-patient")) {
                admin.delete("authentication/executions/" + step.path("id").asText());
            }
        }
        return copy;
    }
}

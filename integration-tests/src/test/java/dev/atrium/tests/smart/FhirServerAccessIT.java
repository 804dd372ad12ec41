package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a FHIR server answers to tokens that people gave an app: Inferno's assertions about it, on the demo's server. */
@ExtendWith(AtriumServer.class)
class FhirServerAccessIT {
    private static final String LAUNCH = "openid fhirUser launch/patient offline_access ";
    private static final String OBSERVATION_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category|";

    private static final List<String> TYPES = List.of(
            "AllergyIntolerance",
            "Condition",
            "Encounter",
            "MedicationRequest",
            "Observation",
            "Patient",
            "Practitioner");

    private static SmartPlatform platform;

    @BeforeAll
    static void start() throws IOException {
        platform = SmartPlatform.start();
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    @Nested
    class Given_a_patient_who_allows_everything {
        private final Person carol = Person.of(platform.user("patient-self", "Patient/carol"));
        private final Tokens tokens = platform.tokens(carol, LAUNCH + "patient/*.rs");

        @Test
        void g10_unauthorized_access() {
            Answer answer = Answer.send(
                    HttpRequest.newBuilder(platform.fhir("/Patient/carol")).build());

            assertThat(answer.status()).isEqualTo(401);
        }

        @Test
        void g10_patient_context() {
            assertReadsPatientInContext(tokens);
        }

        @Test
        void g10_patient_context_after_a_refresh() {
            assertReadsPatientInContext(platform.app().refresh(tokens.refreshToken()));
        }

        @Test
        void smart_openid_fhir_user_claim() {
            URI fhirUser = URI.create(tokens.idClaims().path("fhirUser").asText());

            Answer answer = Answer.get(fhirUser, tokens.accessToken());

            assertThat(fhirUser).isEqualTo(platform.fhir("/Patient/carol"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("resourceType")).isEqualTo("Patient");
        }

        @Test
        void smart_cors_openid_fhir_user_claim() {
            Answer answer = Answer.send(HttpRequest.newBuilder(
                            URI.create(tokens.idClaims().path("fhirUser").asText()))
                    .header("Authorization", "Bearer " + tokens.accessToken())
                    .header("Origin", "https://inferno.example")
                    .build());

            assertThat(answer.status()).isEqualTo(200);
            assertOpenToOrigins(answer);
        }

        @Test
        void g10_unrestricted_resource_type_access() {
            assertThat(TYPES)
                    .allSatisfy(
                            type -> assertThat(platform.get("/" + type, tokens).status())
                                    .as(type)
                                    .isEqualTo(200));
        }

        @Test
        void S_14_opens_no_other_patients_record() {
            assertThat(platform.get("/Patient/r01", tokens).status()).isEqualTo(403);
            assertThat(platform.get("/Observation?patient=r01", tokens)
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
        }

        private void assertReadsPatientInContext(Tokens given) {
            String patient = given.answer().text("patient");
            Answer answer = platform.get("/Patient/" + patient, given);

            assertThat(patient).isEqualTo("carol");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("resourceType")).isEqualTo("Patient");
        }
    }

    @Nested
    class Given_a_patient_who_denies_some_types {
        private static final List<String> DENIED = List.of("patient/Observation", "patient/Encounter");

        private final Person carol = Person.of(platform.user("patient-self", "Patient/carol"));
        private final Tokens tokens = tokens(platform.signIn(
                carol, LAUNCH + "patient/Patient.rs patient/Condition.rs patient/Observation.rs patient/Encounter.rs"));

        private static Tokens tokens(Page page) {
            return platform.app()
                    .exchange(page.allow(page.scopes().stream()
                            .filter(scope -> DENIED.stream().noneMatch(scope::startsWith))
                            .toList()));
        }

        @Test
        void g10_limited_scope_grant() {
            assertThat(tokens.scopes())
                    .contains("patient/Patient.rs", "patient/Condition.rs")
                    .noneMatch(scope -> scope.startsWith("patient/*"))
                    .noneMatch(scope -> DENIED.stream().anyMatch(scope::startsWith));
        }

        @Test
        void g10_observation_restricted_access() {
            assertThat(platform.get("/Observation?patient=carol", tokens).status())
                    .isIn(401, 403);
        }

        @Test
        void g10_encounter_restricted_access() {
            assertThat(platform.get("/Encounter?patient=carol", tokens).status())
                    .isIn(401, 403);
        }

        @Test
        void g10_condition_restricted_access() {
            assertThat(platform.get("/Condition?patient=carol", tokens).status())
                    .isEqualTo(200);
        }

        @Test
        void g10_patient_restricted_access() {
            assertThat(platform.get("/Patient/carol", tokens).status()).isEqualTo(200);
        }
    }

    @Nested
    class Given_an_app_with_scopes_of_version_1 {
        @Test
        void g10_smart_v1_scopes_stu2_2() {
            Person carol = Person.of(platform.user("patient-self", "Patient/carol"));

            Tokens tokens = platform.tokens(carol, LAUNCH + "patient/Patient.read patient/Observation.read");

            assertThat(platform.get("/Patient/carol", tokens).status()).isEqualTo(200);
            assertThat(platform.get("/Observation?patient=carol", tokens).status())
                    .isEqualTo(200);
            assertThat(platform.get("/Condition?patient=carol", tokens).status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class Given_an_app_with_granular_scopes {
        @Test
        void g10_smart_fine_grained_scopes_stu2_2() {
            Person carol = Person.of(platform.user("patient-self", "Patient/carol"));
            String laboratory = "patient/Observation.rs?category=" + OBSERVATION_CATEGORY + "laboratory";
            String social = "patient/Observation.rs?category=" + OBSERVATION_CATEGORY + "social-history";

            Tokens tokens = platform.tokens(carol, LAUNCH + "patient/Patient.rs " + laboratory + " " + social);

            JsonNode found = platform.get("/Observation?patient=carol&_count=100", tokens)
                    .json();
            assertThat(tokens.scopes()).contains(laboratory, social).doesNotContain("patient/Observation.rs");
            assertThat(found.path("entry"))
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.at("/resource/category/0/coding/0/code")
                                    .asText())
                            .isIn("laboratory", "social-history"));
        }
    }

    @Nested
    class Given_a_clinician {
        @Test
        void smart_openid_fhir_user_claim_of_a_practitioner() {
            Person alice = Person.of(platform.user("clinician", "Practitioner/alice"));
            Tokens tokens = platform.tokens(alice, "openid fhirUser user/Observation.rs");
            URI fhirUser = URI.create(tokens.idClaims().path("fhirUser").asText());

            Answer answer = Answer.get(fhirUser, tokens.accessToken());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("resourceType")).isEqualTo("Practitioner");
        }

        @Test
        void S_14_sees_all_patients_of_the_project_by_a_user_scope() {
            Person alice = Person.of(platform.user("clinician", "Practitioner/alice"));
            Tokens tokens = platform.tokens(alice, "openid fhirUser user/Patient.rs");

            assertThat(platform.get("/Patient", tokens).json().path("total").asInt())
                    .isEqualTo(32);
        }

        @Test
        void T_05_is_refused_by_the_FHIR_server_of_another_project() {
            Person alice = Person.of(platform.user("clinician", "Practitioner/alice"));
            Tokens tokens = platform.tokens(alice, "openid fhirUser user/Patient.rs");
            URI elsewhere = URI.create(platform.demo().fhir().base("lakeside") + "/Patient");

            assertThat(Answer.get(elsewhere, tokens.accessToken()).status()).isEqualTo(401);
        }
    }

    private static void assertOpenToOrigins(Answer answer) {
        assertThat(answer.response().headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
    }
}

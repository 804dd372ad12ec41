package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Discovery at the FHIR server, and what an app is told that the demo's health record system launches: Inferno's assertions. */
@ExtendWith(AtriumServer.class)
class DemoLaunchIT {
    private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

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
    class Given_an_app_that_knows_the_FHIR_base_URL {
        @Test
        void D_01_well_known_endpoint() {
            Answer answer = get("/.well-known/smart-configuration");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/json");
            assertThat(answer.text("authorization_endpoint")).startsWith("http");
            assertThat(answer.text("token_endpoint")).startsWith("http");
        }

        @Test
        void C_01_smart_cors_well_known_endpoint() {
            assertOpenToOrigins(get("/.well-known/smart-configuration"));
        }

        @Test
        void C_01_smart_cors_metadata_request() {
            assertOpenToOrigins(get("/metadata"));
        }

        @Test
        void D_21_the_capability_statement_has_the_endpoints_of_the_well_known_configuration() {
            JsonNode known = get("/.well-known/smart-configuration").json();

            Map<String, String> uris = oauthUris(get("/metadata").json());

            assertThat(uris)
                    .containsEntry(
                            "authorize", known.path("authorization_endpoint").asText())
                    .containsEntry("token", known.path("token_endpoint").asText())
                    .containsEntry(
                            "introspect", known.path("introspection_endpoint").asText())
                    .containsEntry("revoke", known.path("revocation_endpoint").asText())
                    .containsEntry("manage", known.path("management_endpoint").asText());
        }

        private static Map<String, String> oauthUris(JsonNode statement) {
            Map<String, String> uris = new HashMap<>();
            statement.at("/rest/0/security/extension").forEach(extension -> {
                if (extension.path("url").asText().equals(OAUTH_URIS)) {
                    extension
                            .path("extension")
                            .forEach(each -> uris.put(
                                    each.path("url").asText(),
                                    each.path("valueUri").asText()));
                }
            });
            return uris;
        }

        private static Answer get(String path) {
            return Answer.send(HttpRequest.newBuilder(platform.fhir(path))
                    .header("Origin", "https://inferno.example")
                    .build());
        }

        private static void assertOpenToOrigins(Answer answer) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
        }
    }

    @Nested
    class Given_a_doctor_with_an_open_record {
        private final Person alice = Person.of(platform.user("clinician", "Practitioner/alice"));
        private final Tokens tokens = launched(alice, "r07");

        @Test
        void g10_patient_context() {
            Answer answer = platform.get("/Patient/" + tokens.answer().text("patient"), tokens);

            assertThat(tokens.answer().text("patient")).isEqualTo("r07");
            assertThat(answer.status()).isEqualTo(200);
        }

        @Test
        void g10_encounter_context() {
            Answer answer = platform.get("/Encounter/" + tokens.answer().text("encounter"), tokens);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/subject/reference").asText()).isEqualTo("Patient/r07");
        }

        @Test
        void g10_smart_need_patient_banner() {
            assertThat(tokens.answer().json().path("need_patient_banner").isBoolean())
                    .isTrue();
        }

        @Test
        void g10_smart_style_url() {
            URI style = URI.create(tokens.answer().text("smart_style_url"));

            Answer answer = Answer.send(HttpRequest.newBuilder(style).build());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().isObject()).isTrue();
        }

        @Test
        void S_14_a_patient_scope_opens_the_patient_of_the_launch_only() {
            assertThat(List.of("/Patient/r08", "/Patient/carol"))
                    .allSatisfy(path ->
                            assertThat(platform.get(path, tokens).status()).isEqualTo(403));
        }

        private static Tokens launched(Person person, String patient) {
            Map<String, String> parameters =
                    Map.of("aud", platform.base().toString(), "launch", platform.launch(patient));
            String scope = "openid fhirUser launch offline_access patient/Patient.rs patient/Encounter.rs";
            return platform.app()
                    .exchange(person.signIn(platform.app(), scope, parameters).allow());
        }
    }
}

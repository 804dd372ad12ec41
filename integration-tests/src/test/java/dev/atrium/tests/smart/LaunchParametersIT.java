package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Json;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The launch context parameters as an app and a FHIR server get them, with the assertions of Inferno's g10 test kit on the
 * EHR launch.
 */
@ExtendWith(AtriumServer.class)
class LaunchParametersIT {
    private static final String SCOPE =
            "openid fhirUser offline_access launch launch/encounter launch/imagingstudy?role=https://example.org/r"
                    + " patient/Patient.rs patient/Observation.rs";

    private final Admin admin = Admin.ofRealm();
    private final Ehr ehr = Ehr.of(admin);
    private final TestUser user = admin.user("example.org");
    private final TestClient client = TestClient.of(
            admin,
            "launch",
            "launch/encounter",
            "launch/imagingstudy",
            "patient/*.cruds",
            "fhirUser",
            "offline_access");
    private final App app = client.app();
    private final HttpServer styles = styles();
    private Tokens tokens;

    private static HttpServer styles() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/style-v1.json", exchange -> {
                byte[] style = "{\"color_background\": \"#edeae3\"}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, style.length);
                exchange.getResponseBody().write(style);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void an_app_that_is_launched_with_everything() {
        client.audience("fhir-server");
        user.joins(ehr.project(), "Practitioner/1", "clinician");
        String style = "http://localhost:" + styles.getAddress().getPort() + "/style-v1.json";
        String context = """
                {'patient': 'p.1-A', 'encounter': 'e-2',
                 'fhirContext': [{'reference': 'ImagingStudy/3'},
                   {'canonical': 'https://example.org/q', 'type': 'Questionnaire', 'role': 'https://example.org/r'}],
                 'need_patient_banner': false, 'smart_style_url': '%s',
                 'intent': 'summary-timeline-view', 'tenant': 'ward-3'}
                """.formatted(style);
        tokens = app.exchange(Person.of(user).signIn(app, SCOPE, ehr.launch(app, context)));
    }

    @AfterEach
    void no_style() {
        styles.stop(0);
    }

    @Nested
    class Given_the_token_response {
        @Test
        void T_06_X_01_g10_ehr_patient_launch_has_the_bare_id_and_what_was_asked_for() {
            assertThat(patient().isTextual()).isTrue();
            assertThat(patient().asText()).isEqualTo("p.1-A");
            assertThat(tokens.scopes()).contains("launch", "openid", "fhirUser", "offline_access");
        }

        @Test
        void S_14_g10_patient_scope_is_granted_with_a_patient_in_context() {
            assertThat(tokens.scopes()).contains("patient/Patient.rs", "patient/Observation.rs");
            assertThat(patient().asText()).isNotEmpty();
        }

        @Test
        void X_02_g10_encounter_context_has_the_bare_id() {
            assertThat(member("encounter").isTextual()).isTrue();
            assertThat(member("encounter").asText()).isEqualTo("e-2");
        }

        @Test
        void X_03_fhirContext_is_an_array_of_objects() {
            assertThat(member("fhirContext").isArray()).isTrue();
            assertThat(member("fhirContext")).hasSize(2).allMatch(JsonNode::isObject);
            assertThat(member("fhirContext").path(0).path("reference").asText()).isEqualTo("ImagingStudy/3");
        }

        @Test
        void X_04_g10_smart_need_patient_banner_is_a_boolean() {
            assertThat(member("need_patient_banner").isBoolean()).isTrue();
            assertThat(member("need_patient_banner").asBoolean()).isFalse();
        }

        @Test
        void X_05_g10_smart_style_url_answers_anybody_with_JSON() {
            Answer style = Answer.send(
                    HttpRequest.newBuilder(URI.create(member("smart_style_url").asText()))
                            .build());

            assertThat(style.status()).isEqualTo(200);
            assertThat(style.json().isObject()).isTrue();
        }

        @Test
        void X_06_X_07_has_intent_and_tenant() {
            assertThat(member("intent").asText()).isEqualTo("summary-timeline-view");
            assertThat(member("tenant").asText()).isEqualTo("ward-3");
        }

        @Test
        void X_08_grants_a_type_whatever_its_role() {
            assertThat(tokens.scopes()).contains("launch/imagingstudy?role=https://example.org/r");
        }

        private JsonNode patient() {
            return member("patient");
        }

        private JsonNode member(String name) {
            return tokens.answer().json().path(name);
        }
    }

    @Nested
    class Given_the_other_places {
        private static final List<String> ALL = List.of(
                "patient", "encounter", "fhirContext", "need_patient_banner", "smart_style_url", "intent", "tenant");

        @Test
        void N_03_introspection_has_every_parameter_of_the_response_with_its_type() {
            JsonNode introspection = tokens.introspection();

            assertThat(ALL)
                    .allSatisfy(name -> assertThat(introspection.path(name))
                            .as(name)
                            .isEqualTo(tokens.answer().json().path(name)));
        }

        @Test
        void T_06_the_access_token_has_what_a_FHIR_server_needs() {
            JsonNode claims = tokens.accessClaims();

            assertThat(ALL.subList(0, 3))
                    .allSatisfy(name -> assertThat(claims.path(name))
                            .isEqualTo(tokens.answer().json().path(name)));
            assertThat(ALL.subList(3, 7)).noneMatch(claims::has);
        }

        @Test
        void X_01_no_patient_is_in_the_id_token_or_userinfo() {
            assertThat(ALL).noneMatch(name -> tokens.idClaims().has(name));
            assertThat(ALL).noneMatch(name -> tokens.userinfo().has(name));
        }

        @Test
        void R_07_a_refresh_answers_with_all_of_it_again() {
            JsonNode refreshed = app.refresh(tokens.refreshToken()).answer().json();

            assertThat(ALL)
                    .allSatisfy(name -> assertThat(refreshed.path(name))
                            .isEqualTo(tokens.answer().json().path(name)));
        }
    }

    @Nested
    class Given_the_identity {
        @Test
        void I_01_I_02_is_the_absolute_url_of_the_FHIR_resource() {
            assertThat(Json.text(tokens.idClaims(), "fhirUser")).isEqualTo(ehr.server() + "/Practitioner/1");
        }
    }
}

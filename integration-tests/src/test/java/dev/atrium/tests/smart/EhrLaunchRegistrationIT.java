package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An EHR registers what it is about to launch an app with. */
@ExtendWith(AtriumServer.class)
class EhrLaunchRegistrationIT {
    private static final String PATIENT = "{'patient': 'p-4711'}";

    private final Admin admin = Admin.ofRealm();
    private final Ehr ehr = Ehr.of(admin);
    private final TestClient client = TestClient.of(admin, "launch", "patient/*.cruds");
    private final App app = client.app();

    @Nested
    class Given_an_EHR_that_may_launch {
        @Test
        void L_06_gets_a_handle_that_is_long_says_nothing_and_is_another_each_time() {
            Answer one = ehr.register(ehr.body(app, PATIENT));
            Answer other = ehr.register(ehr.body(app, PATIENT));

            assertThat(one.status()).isEqualTo(201);
            assertThat(one.text("launch")).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(other.text("launch"));
            assertThat(one.json().path("expires_in").asInt()).isEqualTo(300);
            assertThat(one.response().headers().firstValue("Cache-Control")).contains("no-store");
        }

        @Test
        void L_03_gets_the_url_to_open_the_app_at_with_iss_and_launch() {
            client.with("atrium.launch-url", "https://app.example.org/launch?theme=dark");

            Answer registered = ehr.register(ehr.body(app, PATIENT));

            assertThat(registered.text("launch_url"))
                    .isEqualTo("https://app.example.org/launch?theme=dark&iss="
                            + ehr.server().replace(":", "%3A").replace("/", "%2F") + "&launch="
                            + registered.text("launch"));
        }

        @Test
        void L_06_no_page_of_another_origin_can_register() {
            Answer preflight = Answer.send(HttpRequest.newBuilder(App.realm("/atrium/launch"))
                    .header("Origin", "https://evil.example")
                    .header("Access-Control-Request-Method", "POST")
                    .method("OPTIONS", BodyPublishers.noBody())
                    .build());

            assertThat(preflight.response().headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }

        @Test
        void L_06_administrators_see_that_and_by_whom_but_not_with_which_patient() {
            Answer registered = ehr.register(ehr.body(app, PATIENT));

            List<JsonNode> events = StreamSupport.stream(
                            admin.read("admin-events?resourcePath=atrium/launch/" + registered.text("id"))
                                    .spliterator(),
                            false)
                    .toList();
            assertThat(events).hasSize(1);
            assertThat(events.get(0).path("authDetails").path("clientId").asText())
                    .isEqualTo(ehr.client().uuid());
            assertThat(events.get(0).toString())
                    .contains(app.clientId())
                    .doesNotContain("4711")
                    .doesNotContain(registered.text("launch"));
        }
    }

    @Nested
    class Given_somebody_else {
        @Test
        void L_06_a_client_that_no_project_names_is_refused() {
            TestClient stranger = TestClient.service(admin);
            Ehr.mayRegister(stranger);

            Answer refused = register(stranger.app());

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("message")).contains("atrium.launch-clients");
        }

        @Test
        void L_06_a_client_whose_tokens_are_not_meant_for_launches_is_refused() {
            assertThat(register(TestClient.service(admin).app()).status()).isEqualTo(401);
        }

        @Test
        void L_06_a_person_is_refused_however_much_their_token_may_do() {
            TestClient apps = TestClient.of(admin, "user/*.cruds");
            Ehr.mayRegister(apps);
            String token = Person.of(TestUser.clinician(admin))
                    .tokens(apps.app(), "openid user/*.rs")
                    .accessToken();

            assertThat(Ehr.register(ehr.body(app, PATIENT).toString(), token).status())
                    .isEqualTo(401);
        }

        @ParameterizedTest
        @CsvSource({"none", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
        void L_06_something_that_is_no_token_is_refused(String token) {
            assertThat(Ehr.register(ehr.body(app, PATIENT).toString(), token).status())
                    .isEqualTo(401);
        }

        @Test
        void L_06_nobody_at_all_is_refused() {
            Answer refused = Answer.send(HttpRequest.newBuilder(App.realm("/atrium/launch"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(ehr.body(app, PATIENT).toString()))
                    .build());

            assertThat(refused.status()).isEqualTo(401);
        }

        private Answer register(App as) {
            String token = as.token(Map.of("grant_type", "client_credentials")).accessToken();
            return Ehr.register(ehr.body(app, PATIENT).toString(), token);
        }
    }

    @Nested
    class Given_something_that_cannot_be_launched {
        @Test
        void L_05_no_other_FHIR_server_will_do() {
            assertThat(refusal(ehr.body(app, PATIENT).put("iss", ehr.server() + "/other"), 403))
                    .isEqualTo("forbidden ");
            assertThat(refusal(ehr.body(app, PATIENT).put("iss", "http://localhost:8090/fhir/riverside"), 403))
                    .isEqualTo("forbidden ");
            assertThat(refusal(ehr.body(app, PATIENT).put("iss", "riverside"), 400))
                    .isEqualTo("invalid_field iss");
        }

        @Test
        void L_07_an_app_that_may_not_request_the_scope_launch_will_not_do() {
            App without = TestClient.of(admin, "patient/*.cruds").app();

            assertThat(refusal(ehr.body(without, PATIENT), 400)).isEqualTo("invalid_field client_id");
            assertThat(refusal(ehr.body(app, PATIENT).put("client_id", "nobody"), 400))
                    .isEqualTo("invalid_field client_id");
            assertThat(refusal(ehr.body(ehr.client().app(), PATIENT), 400)).isEqualTo("invalid_field client_id");
        }

        @Test
        void L_05_of_an_unknown_user_it_is_not_told_that_there_is_nobody() {
            assertThat(ehr.register(ehr.body(app, PATIENT).put("user", "nobody@example.org"))
                            .status())
                    .isEqualTo(201);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "{'patient': 'Patient/4711'}; without its type",
                    "{'need_patient_banner': 'true'}; true or false",
                    "{'fhirContext': ['ImagingStudy/7']}; not of strings",
                    "{'fhirContext': [{'reference': 'Patient/4711'}]}; 'role' of its own",
                    "{'scope': 'user/*.cruds'}; and no others",
                    "[]; Must be an object"
                })
        void X_01_to_X_07_a_context_out_of_shape_is_refused_in_words_without_the_patient(String context, String words) {
            Answer refused = ehr.register(ehr.body(app, context));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("field")).isEqualTo("context");
            assertThat(refused.text("message")).contains(words).doesNotContain("4711");
        }

        @Test
        void L_06_what_is_not_understood_whole_is_refused() {
            assertThat(refusal(ehr.body(app, PATIENT).put("patient", "4711"), 400))
                    .isEqualTo("unknown_field patient");
            assertThat(Ehr.register("patient=1", ehr.token().accessToken()).status())
                    .isEqualTo(400);
        }

        private String refusal(ObjectNode body, int status) {
            Answer refused = ehr.register(body);
            assertThat(refused.status()).as(refused.body()).isEqualTo(status);
            return refused.text("error") + " " + refused.text("field");
        }
    }
}

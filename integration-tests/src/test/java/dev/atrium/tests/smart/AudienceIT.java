package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code aud}: which FHIR server an app wants to talk to, said before anybody signs in. */
@ExtendWith(AtriumServer.class)
class AudienceIT {
    private static final App APP = App.PORTAL;
    private static final String SCOPE = "openid fhirUser user/*.rs";
    private static final String RIVERSIDE = "http://localhost:8090/fhir/riverside";

    private final Admin admin = Admin.ofRealm();
    private final Person person = Person.of(TestUser.clinician(admin));

    @Nested
    class Given_an_aud_that_is_no_FHIR_server_of_the_realm {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://foreign.example.org/r4",
                    "http://localhost:8090/elsewhere",
                    "http://localhost:8090/fhir/riverside/Patient",
                    "http://localhost:8090/fhir/Riverside",
                    "https://localhost:8090/fhir/riverside",
                    "http://localhost:8090/fhir/riverside//",
                    "http://localhost:8090/fhir/riverside?a=b",
                    "localhost:8090/fhir/riverside",
                    "not a URL"
                })
        void A_03_refuses_a_foreign_aud(String aud) {
            assertRefused(APP.authorize(new Browser(), SCOPE, Map.of("aud", aud)));
        }

        @Test
        void g10_smart_invalid_aud() {
            Page answer = person.signIn(APP, SCOPE, Map.of("aud", "https://invalid.example/fhir"));

            assertThat(answer.callback()).doesNotContainKey("code");
        }

        @Test
        void A_03_refuses_it_by_post() {
            assertRefused(APP.authorizeByPost(new Browser(), SCOPE, Map.of("aud", "https://foreign.example.org/r4")));
        }

        @Test
        void A_03_refuses_it_when_it_is_pushed() {
            Answer pushed = APP.push(with(Map.of("aud", "https://foreign.example.org/r4")));

            assertThat(pushed.status()).isEqualTo(400);
            assertThat(pushed.text("error")).isEqualTo("invalid_request");
            assertThat(pushed.text("error_description")).contains("aud");
        }

        @Test
        void A_03_refuses_it_beside_a_request_object() {
            App app = TestClient.of(admin, "user/*.cruds", "fhirUser").app();

            assertRefused(objectBeside(app, "https://foreign.example.org/r4"));
        }

        @Test
        void A_03_refuses_it_for_a_device() {
            Answer device = App.SMART_APP.post(
                    "/auth/device",
                    Map.of(
                            "scope",
                            SCOPE,
                            "aud",
                            "https://foreign.example.org/r4",
                            "code_challenge",
                            App.SMART_APP.request(SCOPE).get("code_challenge"),
                            "code_challenge_method",
                            "S256"));

            assertThat(device.status()).isEqualTo(400);
            assertThat(device.text("error")).isEqualTo("invalid_request");
        }

        @Test
        void A_03_refuses_a_resource_that_is_none_either() {
            assertRefused(APP.authorize(new Browser(), SCOPE, Map.of("resource", "https://foreign.example.org/r4")));
        }

        @Test
        void A_03_refuses_aud_and_resource_that_disagree() {
            assertRefused(APP.authorize(
                    new Browser(), SCOPE, Map.of("aud", RIVERSIDE, "resource", "http://localhost:8090/fhir/lakeside")));
        }

        @Test
        void A_03_refuses_two_aud_that_disagree() {
            URI address = APP.authorizationUrl(SCOPE, Map.of("aud", RIVERSIDE));

            Page answer = new Browser().open(URI.create(address + "&aud=https://foreign.example.org/r4"));

            assertThat(answer.callback()).containsEntry("error", "invalid_request");
        }

        @Test
        void A_03_refuses_it_for_scopes_that_the_client_has_by_default() {
            App app = TestClient.of(admin).withDefault("user/*.cruds").app();

            assertRefused(app.authorize(new Browser(), "openid", Map.of("aud", "https://foreign.example.org/r4")));
        }

        @Test
        void A_03_refuses_that_of_a_disabled_project() {
            FhirProject project = FhirProject.make(admin);
            project.disable();

            assertRefused(APP.authorize(new Browser(), SCOPE, Map.of("aud", project.baseUrl())));
        }

        @Test
        void leaves_a_request_alone_that_has_nothing_to_do_with_FHIR() {
            Page page = App.PLAIN.authorize(new Browser(), "openid", Map.of("aud", "https://api.example.org"));

            assertThat(page.isCallback()).isFalse();
        }
    }

    @Nested
    class Given_the_aud_of_a_project {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    RIVERSIDE,
                    RIVERSIDE + "/",
                    "HTTP://LocalHost:8090/fhir/riverside",
                })
        void A_04_takes_it_however_it_is_written(String aud) {
            Tokens tokens = APP.exchange(person.signIn(APP, SCOPE, Map.of("aud", aud)));

            assertThat(audience(tokens)).contains(RIVERSIDE);
        }

        @Test
        void A_04_takes_it_with_or_without_the_default_port() {
            FhirProject project = FhirProject.make(admin);
            String withPort = project.baseUrl().replace(".example/", ".example:443/");

            assertThat(APP.authorize(new Browser(), SCOPE, Map.of("aud", withPort))
                            .isCallback())
                    .isFalse();
        }

        @Test
        void A_03_takes_resource_for_it() {
            Tokens tokens = APP.exchange(person.signIn(APP, SCOPE, Map.of("resource", RIVERSIDE)));

            assertThat(audience(tokens)).contains(RIVERSIDE);
        }

        @Test
        void A_03_takes_it_when_it_was_pushed() {
            Answer pushed = APP.push(with(Map.of("aud", RIVERSIDE)));

            Tokens tokens = APP.exchange(person.signIn(APP.authorizePushed(person.browser(), pushed)));

            assertThat(audience(tokens)).contains(RIVERSIDE);
        }

        @Test
        void A_03_takes_it_beside_a_request_object_that_is_meant_for_this_server() {
            App app = TestClient.of(admin, "user/*.cruds", "fhirUser").app();

            assertThat(objectBeside(app, RIVERSIDE).isCallback()).isFalse();
        }

        @Test
        void A_04_is_not_stored_in_capitals_in_which_nobody_looks_for_it() {
            FhirProject project = FhirProject.make(admin);

            assertThat(project.set("atrium.fhir-base-url", "https://FHIR.example.org/r4"))
                    .isEqualTo(400);
        }

        @Test
        void A_04_is_kept_without_the_slash_that_an_admin_wrote() {
            FhirProject project = FhirProject.make(admin);

            assertThat(project.set("atrium.fhir-base-url", " " + project.baseUrl() + "/ "))
                    .isEqualTo(204);

            assertThat(SmartConfiguration.of(project.baseUrl()).status()).isEqualTo(200);
        }
    }

    @Nested
    class Given_no_aud {
        @Test
        void A_03_lets_apps_go_on_that_were_there_before() {
            Tokens tokens = APP.exchange(person.signIn(APP, SCOPE));

            assertThat(audience(tokens)).contains(RIVERSIDE);
        }
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> request = new HashMap<>(APP.request(SCOPE));
        request.putAll(more);
        return request;
    }

    private static Page objectBeside(App app, String aud) {
        return app.authorizeByObject(new Browser(), SCOPE, Map.of("aud", aud));
    }

    private static List<String> audience(Tokens tokens) {
        var audience = tokens.accessClaims().path("aud");
        return audience.isArray() ? SmartConfiguration.texts(audience) : List.of(audience.asText());
    }

    private static void assertRefused(Page answer) {
        assertThat(answer.isCallback())
                .as("%s: %s", answer.address(), answer.text())
                .isTrue();
        assertThat(answer.callback()).containsEntry("error", "invalid_request").doesNotContainKey("code");
        assertThat(answer.callback().get("state")).startsWith("state-");
        assertThat(answer.callback().get("error_description")).contains("aud");
    }
}

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
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer of the token endpoint to a launch, for public and confidential apps, in browsers and beside them. */
@ExtendWith(AtriumServer.class)
class TokenResponseIT {
    private static final String SCOPE = "openid fhirUser launch/patient patient/Observation.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);

    @Nested
    class Given_a_patient_who_signed_in_to_an_app_in_the_browser {
        private final App app = TestClient.publicOne(admin, "patient/*.cruds", "launch/patient", "fhirUser")
                .app();
        private final Page callback = signedIn(app);

        @Test
        void T_01_P_04_T_06_smart_token_response_body_stu2_2() {
            JsonNode response = app.exchange(callback).answer().json();

            assertThat(response.path("access_token").asText()).isNotBlank();
            assertThat(response.path("token_type").asText()).isEqualToIgnoringCase("Bearer");
            assertThat(response.path("expires_in").isNumber()).isTrue();
            assertThat(response.path("scope").asText().split(" ")).containsExactlyInAnyOrder(SCOPE.split(" "));
            assertThat(response.path("patient").asText()).isEqualTo("of-the-app");
        }

        @Test
        void T_03_smart_token_response_headers() {
            var headers = app.exchange(callback).answer().response().headers();

            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(headers.firstValue("Pragma").orElse("")).contains("no-cache");
        }

        @Test
        void T_04_is_of_a_token_that_is_good_for_an_hour_at_most() {
            assertThat(app.exchange(callback).answer().json().path("expires_in").asInt())
                    .isLessThanOrEqualTo(3_600);
        }

        @Test
        void C_02_smart_cors_token_exchange() {
            Answer answer = exchangeFrom("http://localhost:8091");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("http://localhost:8091");
        }

        @Test
        void C_02_gives_nothing_to_another_origin() {
            assertThat(exchangeFrom("https://evil.example").status()).isEqualTo(403);
        }

        private Answer exchangeFrom(String origin) {
            return Answer.send(HttpRequest.newBuilder(App.endpoint("/token"))
                    .header("Origin", origin)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(App.query(Map.of(
                            "grant_type",
                            "authorization_code",
                            "client_id",
                            app.clientId(),
                            "code",
                            callback.callback().get("code"),
                            "redirect_uri",
                            Browser.CALLBACK,
                            "code_verifier",
                            App.verifier()))))
                    .build());
        }
    }

    @Nested
    class Given_a_confidential_app {
        @Test
        void T_01_needs_its_secret() {
            App app = TestClient.of(admin, "patient/*.cruds", "launch/patient", "fhirUser")
                    .app();
            Page callback = signedIn(app);

            assertThat(new App(app.clientId(), Optional.empty())
                            .exchange(callback)
                            .answer()
                            .status())
                    .isIn(400, 401);
        }
    }

    @Nested
    class Given_a_native_app {
        @ParameterizedTest
        @ValueSource(strings = {"http://127.0.0.1/callback", "http://127.0.0.1:51004/callback"})
        void P_03_may_listen_at_any_port_of_its_own_machine(String redirect) {
            App app = nativeApp("http://127.0.0.1/callback");

            assertThat(open(app, redirect).html().getElementById("kc-form-login"))
                    .isNotNull();
        }

        @Test
        void P_02_may_have_a_scheme_of_its_own() {
            App app = nativeApp("org.example.app:/callback");

            assertThat(open(app, "org.example.app:/callback").html().getElementById("kc-form-login"))
                    .isNotNull();
        }

        @Test
        void P_02_may_not_use_that_of_another() {
            App app = nativeApp("org.example.app:/callback");

            assertThat(open(app, "org.example.other:/callback").status()).isEqualTo(400);
        }

        private App nativeApp(String redirect) {
            TestClient made = TestClient.publicOne(admin, "patient/*.cruds");
            var client = (ObjectNode) admin.read("clients/" + made.uuid());
            client.putArray("redirectUris").add(redirect);
            admin.update("clients/" + made.uuid(), client);
            return made.app();
        }

        private Page open(App app, String redirect) {
            Map<String, String> request = app.request("openid patient/*.rs");
            request.put("redirect_uri", redirect);
            return new Browser().open(URI.create(App.endpoint("/auth") + "?" + App.query(request)));
        }
    }

    private Page signedIn(App app) {
        user.joins("riverside", "Patient/of-the-app", "patient-self");
        return person.signIn(app, SCOPE);
    }
}

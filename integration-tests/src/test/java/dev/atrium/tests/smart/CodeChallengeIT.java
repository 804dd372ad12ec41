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
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PKCE with S256, and what is wrong with a code at the token endpoint (RFC 7636; RFC 6749, section 5.2). */
@ExtendWith(AtriumServer.class)
class CodeChallengeIT {
    private static final App APP = App.PORTAL;
    private static final String SCOPE = "openid user/*.rs";
    private static final String PLAIN = App.verifier();

    private final Admin admin = Admin.ofRealm();
    private final Person person = Person.of(TestUser.clinician(admin));

    @Nested
    class Given_a_challenge_that_is_the_verifier_itself {
        @Test
        void A_07_refuses_the_method_plain() {
            assertRefused(APP.authorize(
                    new Browser(), SCOPE, Map.of("code_challenge", PLAIN, "code_challenge_method", "plain")));
        }

        @Test
        void A_07_refuses_a_challenge_without_a_method_which_is_plain() {
            Map<String, String> request = new HashMap<>(APP.request(SCOPE));
            request.put("code_challenge", PLAIN);
            request.remove("code_challenge_method");

            assertRefused(new Browser().open(URI.create(App.endpoint("/auth") + "?" + App.query(request))));
        }

        @Test
        void A_07_refuses_it_when_it_is_pushed() {
            Map<String, String> request = new HashMap<>(APP.request(SCOPE));
            request.putAll(Map.of("code_challenge", PLAIN, "code_challenge_method", "plain"));

            Answer pushed = APP.push(request);

            assertThat(pushed.text("error")).isEqualTo("invalid_request");
            assertThat(pushed.text("error_description")).contains("S256");
        }

        @Test
        void A_07_refuses_it_for_a_device() {
            App app = TestClient.of(admin, "user/*.rs")
                    .with("oauth2.device.authorization.grant.enabled", "true")
                    .app();

            Answer device = app.post(
                    "/auth/device", Map.of("scope", SCOPE, "code_challenge", PLAIN, "code_challenge_method", "plain"));

            assertThat(device.text("error")).isEqualTo("invalid_request");
        }

        @Test
        void leaves_it_to_Keycloak_where_FHIR_has_nothing_to_do_with_it() {
            App app = TestClient.of(admin).app();

            Page page = app.authorize(
                    new Browser(), "openid", Map.of("code_challenge", PLAIN, "code_challenge_method", "plain"));

            assertThat(page.isCallback()).isFalse();
        }
    }

    @Nested
    class Given_a_client_that_must_use_S256 {
        private final App app = TestClient.of(admin, "user/*.rs")
                .with("pkce.code.challenge.method", "S256")
                .app();

        @Test
        void A_08_refuses_a_confidential_client_without_a_challenge() {
            Map<String, String> request = new HashMap<>(app.request(SCOPE));
            List.of("code_challenge", "code_challenge_method").forEach(request::remove);

            assertRefused(new Browser().open(URI.create(App.endpoint("/auth") + "?" + App.query(request))));
        }
    }

    @Nested
    class Given_a_code {
        private final Page callback = person.signIn(APP, SCOPE);

        @Test
        void smart_no_verifier_token_request() {
            assertFails(exchange(Map.of()));
        }

        @Test
        void smart_blank_verifier_token_request() {
            assertFails(exchange(Map.of("code_verifier", "")));
        }

        @Test
        void smart_bad_code_verifier_token_request() {
            assertFails(exchange(Map.of("code_verifier", PLAIN + "-of-another-app")));
        }

        @Test
        void smart_plain_code_verifier_token_request() {
            assertFails(exchange(Map.of("code_verifier", APP.request(SCOPE).get("code_challenge"))));
        }

        @Test
        void A_05_is_good_once() {
            assertThat(APP.exchange(callback).answer().status()).isEqualTo(200);

            assertThat(APP.exchange(callback).error()).isEqualTo("invalid_grant");
        }

        @Test
        void A_05_comes_with_the_state_of_the_request() {
            Page again = APP.authorize(person.browser(), SCOPE, Map.of("state", "a state & more=1"));

            assertThat(again.callback()).containsKey("code").containsEntry("state", "a state & more=1");
        }

        @Test
        void A_10_is_bound_to_its_client() {
            App other = TestClient.of(admin, "user/*.rs").app();

            assertThat(other.exchange(callback).error()).isEqualTo("invalid_grant");
        }

        private Tokens exchange(Map<String, String> verifier) {
            Map<String, String> form = new HashMap<>(Map.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    callback.callback().get("code"),
                    "redirect_uri",
                    Browser.CALLBACK));
            form.putAll(verifier);
            return APP.token(form);
        }

        private void assertFails(Tokens answer) {
            assertThat(answer.answer().status()).isIn(400, 401);
            assertThat(answer.answer().text("access_token")).isEmpty();
        }
    }

    /** Inferno's {@code g10_smart_invalid_token_request_stu2_2}, Test03 and Test04. */
    @Nested
    class Given_a_token_request_that_makes_no_sense {
        private final Map<String, String> request = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                "no-code-of-ours",
                "redirect_uri",
                Browser.CALLBACK,
                "code_verifier",
                PLAIN);

        @Test
        void A_10_g10_smart_invalid_token_request_with_an_unknown_code() {
            Tokens answer = APP.token(request);

            assertThat(answer.answer().status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("invalid_grant");
        }

        @Test
        void A_10_g10_smart_invalid_token_request_with_an_unknown_client() {
            Tokens answer = new App("nobody", Optional.of("secret")).token(request);

            assertThat(answer.answer().status()).isIn(400, 401);
            assertThat(answer.error()).isEqualTo("invalid_client");
        }
    }

    @Nested
    class Given_the_authorization_endpoint {
        @Test
        void A_02_takes_requests_by_GET_and_by_POST() {
            assertThat(APP.authorize(new Browser(), SCOPE).status()).isEqualTo(200);
            assertThat(APP.authorizeByPost(new Browser(), SCOPE).status()).isEqualTo(200);
        }

        @Test
        void A_06_answers_with_error_and_state_when_the_person_says_no() {
            Page denied = person.signIn(App.SMART_APP, SCOPE).deny();

            assertThat(denied.callback()).containsEntry("error", "access_denied");
            assertThat(denied.callback().get("state")).startsWith("state-");
        }
    }

    private static void assertRefused(Page answer) {
        assertThat(answer.callback()).containsEntry("error", "invalid_request");
        assertThat(answer.callback().get("state")).startsWith("state-");
    }
}

package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scope parameters that Keycloak would drop, or take characters out of. */
@ExtendWith(AtriumServer.class)
class UnreadScopeIT {
    private final Admin admin = Admin.ofRealm();
    private final Person person = Person.of(TestUser.clinician(admin));

    @Nested
    class Given_a_scope_parameter_that_cannot_be_read {
        private final App app = App.PORTAL;
        private final String tooLong = "openid " + "user/Observation.rs?code=x ".repeat(200);

        @Test
        void refuses_one_that_is_too_long() {
            assertThat(tooLong.length()).isGreaterThan(4000);

            Map<String, String> answer =
                    app.authorize(person.browser(), tooLong).callback();

            assertThat(answer.get("error")).isEqualTo("invalid_scope");
            assertThat(answer.get("state")).startsWith("state-");
        }

        @Test
        void refuses_one_that_is_too_long_by_post() {
            assertThat(app.authorizeByPost(person.browser(), tooLong).callback().get("error"))
                    .isEqualTo("invalid_scope");
        }

        @Test
        void refuses_one_that_is_too_long_when_it_is_pushed() {
            assertThat(app.push(app.request(tooLong)).text("error")).isEqualTo("invalid_scope");
        }

        @Test
        void refuses_one_that_is_too_long_in_a_request_object() {
            App requester = TestClient.of(admin, "user/*.cruds").app();

            Map<String, String> answer =
                    requester.authorizeByObject(person.browser(), tooLong).callback();

            assertThat(answer.get("error")).isEqualTo("invalid_scope");
        }

        @Test
        void grants_a_pushed_request_without_any_scope_what_the_client_has_by_default() {
            Map<String, String> request = new HashMap<>(app.request("openid"));
            request.remove("scope");
            Answer pushed = app.push(request);

            Page callback = person.signIn(app.authorizePushed(person.browser(), pushed));

            assertThat(app.exchange(callback).accessClaims().path("scope").asText())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"user/Observ\u007fation.rs", "user/Observation.rs\t"})
        void refuses_characters_that_no_scope_may_have(String scope) {
            Map<String, String> answer =
                    app.authorize(person.browser(), "openid " + scope).callback();

            assertThat(answer.get("error")).isEqualTo("invalid_scope");
        }

        @Test
        void refuses_such_characters_when_they_are_pushed() {
            assertThat(app.push(app.request("openid user/Observ\u007fation.rs")).text("error"))
                    .isEqualTo("invalid_scope");
        }

        @ParameterizedTest
        @ValueSource(strings = {"user/Observation.rs?é=ü", "user/Observation.rs?a=\"b\"", "user/Observation.rs?a=\\"})
        void refuses_characters_outside_the_grammar_of_scopes(String scope) {
            assertThat(app.authorize(person.browser(), "openid " + scope)
                            .callback()
                            .get("error"))
                    .isEqualTo("invalid_scope");
        }

        @ParameterizedTest
        @ValueSource(strings = {"user/", "user/*.cruds?a=", "?", "user/Observation.rs?", "launch/", "é", "%25"})
        void refuses_absurd_ones(String part) {
            String absurd = part.repeat(3900 / part.length());

            assertThat(app.authorizeByPost(person.browser(), "openid " + absurd)
                            .callback()
                            .get("error"))
                    .isEqualTo("invalid_scope");
        }

        @Test
        void refuses_many_scopes_of_which_one_is_out_of_reach() {
            String many = IntStream.range(0, 130)
                    .mapToObj(i -> "user/Observation.rs?code=" + i)
                    .collect(Collectors.joining(" "));

            assertThat(app.authorize(person.browser(), many + " patient/*.rs")
                            .callback()
                            .get("error"))
                    .isEqualTo("invalid_scope");
        }
    }
}

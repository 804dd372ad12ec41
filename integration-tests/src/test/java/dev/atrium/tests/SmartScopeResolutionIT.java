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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(AtriumServer.class)
class SmartScopeResolutionIT {
    private static final String LABORATORY =
            "user/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";

    private final Admin admin = Admin.ofRealm();
    private final Person person = Person.of(TestUser.clinician(admin));

    @Nested
    class Given_a_client_with_a_wildcard_scope {
        private final App app = App.PORTAL;

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "user/*.cruds",
                    "user/Observation.rs",
                    "user/Observation.r",
                    "user/Observation.read",
                    "user/*.*",
                    LABORATORY
                })
        void grants_what_it_covers_as_it_was_written(String scope) {
            assertThat(person.tokens(app, "openid " + scope).scopes()).isEqualTo(Set.of("openid", scope));
        }

        @Test
        void grants_it_to_a_request_by_post() {
            Page callback = person.signIn(app.authorizeByPost(person.browser(), "openid " + LABORATORY));

            assertThat(app.exchange(callback).scopes()).isEqualTo(Set.of("openid", LABORATORY));
        }

        @Test
        void grants_it_to_a_pushed_request() {
            Page callback = person.signIn(pushed(app, "openid " + LABORATORY));

            assertThat(app.exchange(callback).scopes()).isEqualTo(Set.of("openid", LABORATORY));
        }

        @Test
        void grants_it_to_a_pushed_request_of_a_public_client() {
            App publicApp = TestClient.publicOne(admin, "user/*.cruds").app();

            Page callback = person.signIn(pushed(publicApp, "openid " + LABORATORY));

            assertThat(publicApp.exchange(callback).scopes()).isEqualTo(Set.of("openid", LABORATORY));
        }

        @Test
        void grants_it_to_a_request_object() {
            App requester = TestClient.of(admin, "user/*.cruds").app();

            Page callback = person.signIn(requester.authorizeByObject(person.browser(), "openid " + LABORATORY));

            assertThat(requester.exchange(callback).scopes()).isEqualTo(Set.of("openid", LABORATORY));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "patient/Observation.rs",
                    "user/Foo.rs",
                    "user/Observation.dus",
                    "user/Observation.",
                    "user/observation.rs",
                    "user/Observation.rs?",
                    "user/Observation.rs?category",
                    "user/Observation.rs?category=%zz",
                    "user/Observation.rs?category=100%",
                    "user/*.cruds/",
                    "system/Observation.rs",
                    "atrium.without-refresh",
                    "atrium.membership/00000000-0000-0000-0000-000000000000"
                })
        void refuses_what_it_does_not_cover(String scope) {
            Map<String, String> answer =
                    person.signIn(app, "openid user/*.rs " + scope).callback();

            assertThat(answer.get("error")).isEqualTo("invalid_scope");
            assertThat(answer.get("error_description")).isEqualTo("The client may not request " + scope);
            assertThat(answer.get("state")).startsWith("state-");
        }

        @Test
        void refuses_it_in_a_request_by_post() {
            Map<String, String> answer = app.authorizeByPost(person.browser(), "openid patient/Observation.rs")
                    .callback();

            assertThat(answer.get("error")).isEqualTo("invalid_scope");
            assertThat(answer.get("error_description")).isEqualTo("The client may not request patient/Observation.rs");
        }

        @Test
        void refuses_it_in_a_pushed_request_and_names_it() {
            Answer answer = app.push(app.request("openid user/*.rs patient/Observation.rs"));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("error")).isEqualTo("invalid_scope");
            assertThat(answer.text("error_description")).isEqualTo("The client may not request patient/Observation.rs");
        }
    }

    private Page pushed(App app, String scope) {
        return app.authorizePushed(person.browser(), app.push(app.request(scope)));
    }
}

package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Jwt;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An app sends the handle of an EHR launch to the authorization endpoint. */
@ExtendWith(AtriumServer.class)
class EhrLaunchIT {
    private static final String SCOPE = "openid fhirUser launch patient/*.rs";
    private static final String ANN = "{'patient': 'ann'}";

    private final Admin admin = Admin.ofRealm();
    private final Ehr ehr = Ehr.of(admin);
    private final TestUser user = admin.user("example.org");
    private final Person person = Person.of(user);
    private final TestClient client =
            TestClient.of(admin, "launch", "launch/patient", "launch/encounter", "patient/*.cruds", "fhirUser");
    private final App app = client.app();

    @BeforeEach
    void a_clinician() {
        user.joins(ehr.project(), "Practitioner/clinician", "clinician");
    }

    private void hasAnn(Page callback) {
        Tokens tokens = app.exchange(callback);
        assertThat(tokens.answer().text("patient")).isEqualTo("ann");
        assertThat(tokens.scopes()).contains("launch", "patient/*.rs");
    }

    private static void isRefused(Page page) {
        assertThat(page.callback()).containsEntry("error", "invalid_request").containsKey("state");
        assertThat(page.callback()).doesNotContainKey("code");
    }

    @Nested
    class Given_a_launch {
        @Test
        void L_04_is_answered_with_its_patient() {
            hasAnn(person.signIn(app, SCOPE, ehr.launch(app, ANN)));
        }

        @Test
        void L_05_is_used_up_by_the_answer() {
            Map<String, String> launch = ehr.launch(app, ANN);
            person.signIn(app, SCOPE, launch);

            isRefused(app.authorize(person.browser(), SCOPE, launch));
        }

        @Test
        void L_05_of_two_tabs_the_first_that_arrives_has_it() {
            Map<String, String> launch = ehr.launch(app, ANN);
            Page first = app.authorize(person.browser(), SCOPE, launch);
            Page second = app.authorize(new Browser(), SCOPE, launch);

            hasAnn(person.signIn(second));
            isRefused(person.signIn(first));
        }

        @Test
        void L_05_survives_a_page_that_is_loaded_again() {
            URI address = app.authorizationUrl(SCOPE, ehr.launch(app, ANN));
            person.browser().open(address);

            hasAnn(person.signIn(person.browser().open(address)));
        }

        @Test
        void L_04_survives_a_sign_in_that_starts_over() {
            Page password =
                    app.authorize(person.browser(), SCOPE, ehr.launch(app, ANN)).email(user.email());
            String restart = password.html()
                    .select("#reset-login, #atrium-other, a[href*=restart]")
                    .attr("abs:href");

            hasAnn(person.signIn(person.browser().open(URI.create(restart))));
        }

        @Test
        void L_04_goes_with_a_browser_that_is_signed_in_and_with_prompt_none() {
            person.signIn(app, SCOPE, ehr.launch(app, ANN));
            Map<String, String> silent =
                    Map.of("launch", ehr.launch(app, ANN).get("launch"), "aud", ehr.server(), "prompt", "none");

            hasAnn(app.authorize(person.browser(), SCOPE, silent));
        }

        @Test
        void L_04_may_be_sent_by_post() {
            Map<String, String> request = app.request(SCOPE);
            request.putAll(ehr.launch(app, ANN));

            hasAnn(person.signIn(person.browser().post(App.endpoint("/auth"), form(request))));
        }

        @Test
        void L_04_may_be_pushed_ahead() {
            Map<String, String> request = app.request(SCOPE);
            request.putAll(ehr.launch(app, ANN));

            hasAnn(person.signIn(app.authorizePushed(person.browser(), app.push(request))));
        }

        @Test
        void L_04_may_be_sent_in_a_request_object() {
            Map<String, String> request = app.request(SCOPE);
            request.put("aud", App.realm("").toString());
            request.put("launch", ehr.launch(app, ANN).get("launch"));
            String query = App.query(
                    Map.of("client_id", app.clientId(), "response_type", "code", "request", Jwt.unsigned(request)));

            hasAnn(person.signIn(person.browser().open(URI.create(App.endpoint("/auth") + "?" + query))));
        }

        @Test
        void X_09_may_be_asked_for_more_context_by_hints() {
            Map<String, String> launch = ehr.launch(app, "{'patient': 'ann', 'encounter': 'visit'}");

            Tokens tokens =
                    app.exchange(person.signIn(app, "launch launch/patient launch/encounter patient/*.rs", launch));

            assertThat(tokens.scopes())
                    .containsExactlyInAnyOrder("launch", "launch/patient", "launch/encounter", "patient/*.rs");
            assertThat(tokens.answer().text("encounter")).isEqualTo("visit");
        }

        @Test
        void L_06_administrators_see_whose_launch_a_sign_in_was() {
            Answer registered = ehr.register(ehr.body(app, ANN));
            person.signIn(app, SCOPE, Map.of("launch", registered.text("launch"), "aud", ehr.server()));

            String events = admin.read("events?type=LOGIN&user=" + user.id()).toString();
            assertThat(events)
                    .contains(registered.text("id"), ehr.client().app().clientId())
                    .doesNotContain("\"ann\"")
                    .doesNotContain(registered.text("launch"));
        }

        private Map<String, List<String>> form(Map<String, String> request) {
            return request.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        }
    }

    @Nested
    class Given_a_request_that_does_not_fit_the_launch {
        @Test
        void L_07_the_scope_without_the_parameter_is_refused() {
            isRefused(app.authorize(person.browser(), SCOPE, Map.of("aud", ehr.server())));
        }

        @Test
        void L_07_the_parameter_without_the_scope_is_refused() {
            isRefused(app.authorize(person.browser(), "openid patient/*.rs", ehr.launch(app, ANN)));
        }

        @ParameterizedTest
        @CsvSource({"unknown-to-everybody", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' '", "../../x"})
        void L_05_a_handle_that_nobody_registered_is_refused(String handle) {
            isRefused(app.authorize(person.browser(), SCOPE, Map.of("launch", handle, "aud", ehr.server())));
        }

        @Test
        void L_05_a_handle_of_another_app_is_refused_as_if_it_were_unknown() {
            App other = TestClient.of(admin, "launch", "patient/*.cruds", "fhirUser")
                    .app();
            Page foreign = app.authorize(person.browser(), SCOPE, ehr.launch(other, ANN));
            Page unknown =
                    app.authorize(person.browser(), SCOPE, Map.of("launch", "A".repeat(43), "aud", ehr.server()));

            isRefused(foreign);
            assertThat(foreign.callback().get("error_description"))
                    .isEqualTo(unknown.callback().get("error_description"));
        }

        @Test
        void L_05_a_handle_for_another_FHIR_server_is_refused() {
            Ehr elsewhere = Ehr.of(admin);
            Map<String, String> launch =
                    Map.of("launch", ehr.launch(app, ANN).get("launch"), "aud", elsewhere.server());

            isRefused(app.authorize(person.browser(), SCOPE, launch));
        }

        @Test
        void L_05_the_refusal_uses_up_nothing() {
            Map<String, String> launch = ehr.launch(app, ANN);
            isRefused(app.authorize(person.browser(), "openid patient/*.rs", launch));

            hasAnn(person.signIn(app, SCOPE, launch));
        }
    }
}

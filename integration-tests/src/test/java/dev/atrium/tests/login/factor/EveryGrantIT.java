package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.AccessToken;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Grants;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No grant leads around the second factor that a project asks for. */
@ExtendWith(AtriumServer.class)
class EveryGrantIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final StrictProject project = StrictProject.make(admin);
    private final TestUser user = project.clinician();
    private final Person person = Person.of(user);

    @AfterEach
    void gone() {
        project.delete();
    }

    @Nested
    class Given_a_device {
        @Test
        void waits_until_the_person_has_given_it() {
            project.asksForASecondFactor();
            Answer device = App.SMART_APP.device(SCOPE);

            Page asked = person.signIn(person.browser().open(URI.create(device.text("verification_uri_complete"))));

            assertThat(asked.title()).isEqualTo(SecondStep.SETUP);
            Page scopes = SecondStep.setsUpApp(SecondStep.choose(asked, "authenticator app"));
            confirm(scopes.allow());
            assertThat(App.SMART_APP.poll(device).scopes()).contains("user/*.rs");
        }

        private void confirm(Page question) {
            Element form = question.html().selectFirst("form:has([name=accept])");
            assertThat(form).as(question.text()).isNotNull();
            question.browser()
                    .post(
                            URI.create(form.absUrl("action")),
                            Map.of("code", List.of(form.select("[name=code]").val()), "accept", List.of("")));
        }

        @Test
        void gets_nothing_before() {
            project.asksForASecondFactor();
            Answer device = App.SMART_APP.device(SCOPE);

            person.signIn(person.browser().open(URI.create(device.text("verification_uri_complete"))));

            assertThat(App.SMART_APP.poll(device).error()).isEqualTo("authorization_pending");
        }

        @Test
        void gets_nothing_where_the_project_asks_since() {
            Answer device = App.SMART_APP.device(SCOPE);
            Page scopes = person.signIn(person.browser().open(URI.create(device.text("verification_uri_complete"))));
            confirm(scopes.allow());
            project.asksForASecondFactor();

            assertThat(App.SMART_APP.poll(device).error()).isEqualTo("invalid_grant");
        }
    }

    @Nested
    class Given_a_code_that_waits_to_be_exchanged {
        @Test
        void is_worth_nothing_where_the_project_asks_since() {
            Page callback = person.signIn(App.PORTAL, SCOPE);
            project.asksForASecondFactor();

            assertThat(App.PORTAL.exchange(callback).error()).isEqualTo("invalid_grant");
        }
    }

    @Nested
    class Given_an_offline_token {
        private final App app = TestClient.of(admin, "user/*.cruds", "fhirUser", "offline_access")
                .app();

        @Test
        void ends_where_the_project_asks_since() {
            Tokens tokens = person.tokens(app, Grants.OFFLINE);
            project.asksForASecondFactor();

            assertThat(app.refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
        }

        @Test
        void lasts_once_the_person_has_given_it_in_the_same_browser() {
            person.tokens(App.PORTAL, SCOPE);
            person.tokens(app, Grants.OFFLINE);
            project.asksForASecondFactor();

            Page setup = SecondStep.choose(person.signIn(app, Grants.OFFLINE), "authenticator app");
            Tokens tokens = app.exchange(SecondStep.setsUpApp(setup));

            assertThat(app.refresh(tokens.refreshToken()).scopes()).contains("user/*.rs");
            user.endSessions();
            assertThat(app.refresh(tokens.refreshToken()).scopes()).contains("user/*.rs");
        }
    }

    @Nested
    class Given_a_token_to_exchange {
        private final TestClient exchanger =
                TestClient.of(admin, "user/*.cruds", "fhirUser").with("standard.token.exchange.enabled", "true");
        private final TestClient first = TestClient.of(admin, "user/*.cruds", "fhirUser");

        @Test
        void is_not_exchanged_where_the_project_asks_since() {
            first.audience(exchanger.app().clientId());
            Tokens tokens = person.tokens(first.app(), SCOPE);
            assertThat(exchanger.app().exchangeToken(tokens, "openid user/*.r").scopes())
                    .contains("user/*.r");
            project.asksForASecondFactor();

            Tokens refused = exchanger.app().exchangeToken(tokens, "openid user/*.r");

            assertThat(refused.error()).isEqualTo("invalid_request");
            assertThat(refused.errorDescription()).contains("second factor");
            JsonNode event = admin.errorEvents(user.id()).get(0);
            assertThat(event.path("details").path("reason").asText()).contains(project.alias(), "SECOND_FACTOR");
        }
    }

    @Nested
    class Given_an_administrator_who_impersonates {
        @Test
        void gets_nothing_of_the_project() {
            project.asksForASecondFactor();
            impersonate();

            Page page = App.PORTAL.authorize(person.browser(), SCOPE);

            assertThat(page.title()).isEqualTo("Only the person can go on");
            assertThat(page.back().callback()).containsEntry("error", "access_denied");
        }

        @Test
        void sets_up_nothing_in_the_persons_name() {
            project.asksForASecondFactor();
            impersonate();

            App.PORTAL.authorize(person.browser(), SCOPE);

            assertThat(admin.read("users/" + user.id() + "/credentials").findValuesAsText("type"))
                    .containsExactly("password");
        }

        private void impersonate() {
            person.browser()
                    .send(HttpRequest.newBuilder(AtriumServer.baseUrl()
                                    .resolve("/admin/realms/atrium/users/" + user.id() + "/impersonation"))
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + AccessToken.ofAdmin("master", "admin", Admin.PASSWORD)
                                                    .get())
                            .POST(BodyPublishers.noBody())
                            .build());
        }
    }
}

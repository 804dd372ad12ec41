package dev.atrium.tests;

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
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an app is told of a scope that it may not request: the same sentence, wherever it asks. */
@ExtendWith(AtriumServer.class)
class ScopeRefusalIT {
    private static final App APP = App.PORTAL;
    private static final String ASKED = "openid user/*.rs patient/Observation.cruds";
    private static final String REFUSED = "The client may not request patient/Observation.cruds";

    private final Admin admin = Admin.ofRealm();
    private final Browser browser = new Browser();

    @Nested
    class Given_a_scope_out_of_reach_among_others {
        @Test
        void is_named_alone_to_a_request_by_get() {
            assertRefused(APP.authorize(browser, ASKED));
        }

        @Test
        void is_named_alone_to_a_request_by_post() {
            assertRefused(APP.authorizeByPost(browser, ASKED));
        }

        @Test
        void is_named_alone_to_a_request_object() {
            assertRefused(TestClient.of(admin, "user/*.cruds").app().authorizeByObject(browser, ASKED));
        }

        @Test
        void is_named_alone_to_a_pushed_request() {
            assertRefused(APP.push(APP.request(ASKED)));
        }

        @Test
        void is_named_alone_to_a_device() {
            assertRefused(App.SMART_APP.device("openid user/*.rs user/Foo.rs"), "user/Foo.rs");
        }

        @Test
        void is_named_alone_to_a_service() {
            Tokens refused = App.BACKEND.token(
                    Map.of("grant_type", "client_credentials", "scope", "system/Patient.rs system/Patient.c"));

            assertRefused(refused.answer(), "system/Patient.c");
        }

        @Test
        void is_named_alone_to_a_refresh() {
            Tokens first = practitioner().tokens(APP, "openid user/*.rs");

            assertRefused(APP.refresh(first.refreshToken(), ASKED).answer());
        }

        @Test
        void is_named_alone_to_a_token_exchange() {
            Tokens first = practitioner().tokens(APP, "openid user/*.rs");

            assertRefused(APP.exchangeToken(first, ASKED).answer());
        }

        @Test
        void is_named_alone_to_a_direct_grant() {
            App direct = TestClient.of(admin, "user/*.cruds").withDirectGrant().app();

            assertRefused(
                    direct.token(Map.of("grant_type", "password", "username", "x", "password", "x", "scope", ASKED))
                            .answer());
        }

        private void assertRefused(Answer answer) {
            assertRefused(answer, "patient/Observation.cruds");
        }

        private void assertRefused(Answer answer, String scope) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("error")).isEqualTo("invalid_scope");
            assertThat(answer.text("error_description")).isEqualTo("The client may not request " + scope);
        }

        private void assertRefused(Page page) {
            assertThat(page.callback().get("error")).isEqualTo("invalid_scope");
            assertThat(page.callback().get("error_description")).isEqualTo(REFUSED);
            assertThat(page.callback().get("state")).startsWith("state-");
            assertThat(page.callback().get("iss")).isEqualTo(App.realm("").toString());
        }
    }

    @Nested
    class Given_several_scopes_out_of_reach {
        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "user/Foo.rs user/*.rs patient/*.rs; user/Foo.rs patient/*.rs",
                    "user/*.rs nonsense; nonsense",
                    "user/*.rs openid offline_access nonsense launch/location; nonsense launch/location",
                    "user/*.rs user/Observation.rs?a=\"b\"; user/Observation.rs?a=?b?",
                    "user/*.rs atrium.without-refresh; atrium.without-refresh"
                })
        void names_each_of_them(String asked, String named) {
            Map<String, String> answer = APP.authorize(browser, asked).callback();

            assertThat(answer.get("error")).isEqualTo("invalid_scope");
            assertThat(answer.get("error_description")).isEqualTo("The client may not request " + named);
        }

        @Test
        void stays_short_however_many_and_long_they_are() {
            String many = "user/Foo.rs "
                    + ("user/*.rs?code=" + "x".repeat(300) + "%d ").repeat(9).formatted(1, 2, 3, 4, 5, 6, 7, 8, 9);

            String description = APP.authorizeByPost(browser, many).callback().get("error_description");

            assertThat(description).startsWith("The client may not request user/Foo.rs user/*.rs?code=x");
            assertThat(description).endsWith("... and 6 more");
            assertThat(description.length()).isLessThan(1_000);
        }
    }

    @Nested
    class Given_a_request_that_is_wrong_otherwise_too {
        @Test
        void sends_nobody_to_an_address_that_is_not_the_clients() {
            Page page = APP.authorize(browser, ASKED, Map.of("redirect_uri", "http://localhost:8091/elsewhere"));

            assertThat(page.isCallback()).isFalse();
            assertThat(page.status()).isEqualTo(400);
        }

        @Test
        void shows_a_page_to_an_unknown_client() {
            Page page = APP.authorize(browser, ASKED, Map.of("client_id", "nobody"));

            assertThat(page.isCallback()).isFalse();
            assertThat(page.status()).isEqualTo(400);
        }

        @Test
        void answers_in_the_response_mode_asked_for() {
            Page page = APP.authorize(browser, ASKED, Map.of("response_mode", "fragment"));

            assertThat(page.address().getRawQuery()).isNull();
            assertThat(page.callback().get("error_description")).isEqualTo(REFUSED);
        }

        @Test
        void answers_by_form_where_that_is_asked_for() {
            Page page = APP.authorize(browser, ASKED, Map.of("response_mode", "form_post"));

            assertThat(page.html().select("input[name=error_description]").val())
                    .isEqualTo(REFUSED);
        }

        @Test
        void leaves_an_unknown_response_type_to_keycloak() {
            Map<String, String> answer = APP.authorize(browser, ASKED, Map.of("response_type", "nonsense"))
                    .callback();

            assertThat(answer.get("error")).isEqualTo("unsupported_response_type");
        }
    }

    @Nested
    class Given_a_request_without_smart_scopes {
        @Test
        void leaves_the_authorization_endpoint_to_keycloak() {
            Map<String, String> answer =
                    APP.authorize(browser, "openid offline_access nonsense").callback();

            assertThat(answer.get("error")).isEqualTo("invalid_scope");
            assertThat(answer.get("error_description")).isEqualTo("Invalid scopes: openid offline_access nonsense");
        }

        @Test
        void leaves_a_service_to_keycloak() {
            Tokens refused = App.BACKEND.token(Map.of("grant_type", "client_credentials", "scope", "openid nonsense"));

            assertThat(refused.errorDescription()).isEqualTo("Invalid scopes: openid nonsense");
        }

        @Test
        void leaves_a_pushed_request_to_keycloak() {
            assertThat(APP.push(APP.request("openid nonsense")).text("error")).isEqualTo("invalid_request");
        }

        @Test
        void leaves_a_device_to_keycloak() {
            assertThat(App.SMART_APP.device("openid nonsense").status()).isEqualTo(200);
        }
    }

    @Test
    void writes_what_was_refused_into_an_error_event() {
        App app = TestClient.of(admin, "user/*.cruds").app();

        app.authorize(browser, ASKED);

        var events = admin.errorEventsOfClient(app.clientId());
        assertThat(events).hasSize(1);
        assertThat(events.get(0).path("type").asText()).isEqualTo("LOGIN_ERROR");
        assertThat(events.get(0).path("error").asText()).isEqualTo("invalid_scope");
        assertThat(events.get(0).path("details").path("reason").asText()).isEqualTo(REFUSED);
    }

    private Person practitioner() {
        TestUser user = admin.user("example.org");
        user.joins("riverside", "Practitioner/refused", "clinician");
        return Person.of(user);
    }
}

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's scopes {@code organization:<alias>} beside SMART scopes: what Keycloak takes alone is taken everywhere. */
@ExtendWith(AtriumServer.class)
class OrganizationScopeIT {
    private static final String SMART = "openid user/*.rs ";
    private static final String KNOWN = SMART + "organization:riverside";
    private static final String UNKNOWN = SMART + "organization:nowhere";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = TestUser.clinician(admin);
    private final Person person = Person.of(user);

    @BeforeEach
    void of_a_member() {
        String riverside =
                admin.read("organizations?search=riverside").path(0).path("id").asText();
        admin.send("POST", "organizations/" + riverside + "/members", user.id());
    }

    @Nested
    class Given_a_client_with_the_scope_of_organizations {
        private final App app = TestClient.of(admin, "user/*.cruds", "organization", "offline_access")
                .with("standard.token.exchange.enabled", "true")
                .with("oauth2.device.authorization.grant.enabled", "true")
                .app();

        @ParameterizedTest
        @ValueSource(strings = {"organization:riverside", "organization:*", "organization"})
        void may_ask_for_it_by_get(String scope) {
            assertThat(person.tokens(app, SMART + scope).scopes()).contains("user/*.rs", scope);
        }

        @Test
        void may_ask_for_it_by_post() {
            assertGranted(person.signIn(app.authorizeByPost(person.browser(), KNOWN)));
        }

        @Test
        void may_ask_for_it_in_a_request_object() {
            assertGranted(person.signIn(app.authorizeByObject(person.browser(), KNOWN)));
        }

        @Test
        void may_ask_for_it_in_a_pushed_request() {
            assertGranted(person.signIn(app.authorizePushed(person.browser(), app.push(app.request(KNOWN)))));
        }

        @Test
        void may_ask_for_it_at_a_device() {
            assertThat(app.device(KNOWN).status()).isEqualTo(200);
        }

        @Test
        void may_ask_for_it_in_a_refresh() {
            Tokens first = person.tokens(app, KNOWN + " offline_access");

            assertThat(app.refresh(first.refreshToken(), KNOWN).scopes()).contains("organization:riverside");
        }

        @Test
        void may_ask_for_it_in_a_token_exchange() {
            Tokens first = person.tokens(app, KNOWN);

            assertThat(app.exchangeToken(first, KNOWN).scopes()).contains("organization:riverside");
        }

        @Test
        void may_not_ask_for_one_that_is_not_there() {
            assertThat(app.authorize(new Browser(), UNKNOWN).callback()).satisfies(OrganizationScopeIT::isRefused);
            assertThat(app.authorizeByPost(new Browser(), UNKNOWN).callback())
                    .satisfies(OrganizationScopeIT::isRefused);
            assertThat(app.authorizeByObject(new Browser(), UNKNOWN).callback())
                    .satisfies(OrganizationScopeIT::isRefused);
            assertRefused(app.push(app.request(UNKNOWN)));
            assertRefused(app.device(UNKNOWN));
            assertRefused(app.exchangeToken(person.tokens(app, KNOWN), UNKNOWN).answer());
        }

        private void assertGranted(Page callback) {
            assertThat(app.exchange(callback).scopes()).contains("user/*.rs", "organization:riverside");
        }
    }

    @Nested
    class Given_a_service_with_the_scope_of_organizations {
        private final App service =
                TestClient.service(admin, "system/*.rs", "organization").app();

        @Test
        void may_ask_for_it() {
            assertThat(token("system/*.rs organization:riverside").status()).isEqualTo(200);
        }

        @Test
        void may_not_ask_for_one_that_is_not_there() {
            assertRefused(token("system/*.rs organization:nowhere"));
        }

        private Answer token(String scope) {
            return service.token(Map.of("grant_type", "client_credentials", "scope", scope))
                    .answer();
        }
    }

    @Nested
    class Given_a_client_without_it {
        private final App app = TestClient.of(admin, "user/*.cruds").app();

        @Test
        void may_not_ask_for_it() {
            String description = "The client may not request organization:riverside";

            assertThat(app.authorize(new Browser(), KNOWN).callback()).containsEntry("error_description", description);
            assertThat(app.push(app.request(KNOWN)).text("error_description")).isEqualTo(description);
        }
    }

    private static void isRefused(Map<String, String> answer) {
        assertThat(answer)
                .containsEntry("error", "invalid_scope")
                .containsEntry("error_description", "The client may not request organization:nowhere");
    }

    private static void assertRefused(Answer answer) {
        isRefused(Map.of("error", answer.text("error"), "error_description", answer.text("error_description")));
    }
}

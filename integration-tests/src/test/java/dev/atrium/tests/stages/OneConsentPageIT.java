package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person is asked on one page for everything, and on Keycloak's where there is nothing of ours. */
@ExtendWith(AtriumServer.class)
class OneConsentPageIT {
    private static final String SMART = "openid user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestUser person = TestUser.clinician(admin);
    private final Visitor visitor = Visitor.of(person);
    private final TestClient client = TestClient.of(admin, "user/*.cruds", "email", "address")
            .withConsent()
            .withDefault("roles")
            .withDefault("profile");
    private final App app = client.app();

    @Nested
    class Given_a_client_with_default_scopes_that_keycloak_asks_for {
        @Test
        void asks_for_all_on_one_page() {
            Page page = visitor.signsIn(app, SMART);

            assertThat(page.scopes()).containsExactly("user/*.rs");
            assertThat(page.text()).contains("User roles").contains("User profile");
            assertThat(page.allow().callback()).containsKey("code");
        }

        @Test
        void asks_nothing_the_second_time() {
            visitor.signsIn(app, SMART).allow();

            assertThat(visitor.returns(app, SMART).callback()).containsKey("code");
            assertThat(visitor.returns(app, SMART, Visitor.SILENTLY).callback()).containsKey("code");
        }

        @Test
        void asks_for_all_on_one_page_when_the_app_wants_it() {
            visitor.signsIn(app, SMART).allow();

            assertThat(visitor.returns(app, SMART, Map.of("prompt", "consent"))
                            .allow()
                            .callback())
                    .containsKey("code");
        }

        @Test
        void refreshes_what_was_granted() {
            Tokens tokens = app.exchange(visitor.signsIn(app, SMART).allow());

            assertThat(app.refresh(tokens.refreshToken()).scopes()).contains("user/*.rs");
        }

        @Test
        void asks_on_one_page_for_an_ordinary_scope_more() {
            visitor.signsIn(app, SMART).allow();

            Page page = visitor.returns(app, SMART + " address");

            assertThat(page.ticked()).containsExactlyInAnyOrder("user/*.rs", "address");
            assertThat(page.allow().callback()).containsKey("code");
        }

        @Test
        void asks_on_one_page_for_a_default_scope_that_was_added() {
            visitor.signsIn(app, SMART).allow();
            client.withDefault("phone");

            assertThat(visitor.returns(app, SMART, Visitor.SILENTLY).callback())
                    .containsEntry("error", "interaction_required");
            assertThat(visitor.returns(app, SMART).allow().callback()).containsKey("code");
        }

        @Test
        void asks_again_for_what_was_taken_from_the_consent_alone() {
            visitor.signsIn(app, SMART + " email").allow();
            visitor.returns(app, SMART + " email", Map.of("prompt", "consent")).allow(List.of("user/*.rs"));

            assertThat(consents()).contains("profile", "roles").doesNotContain("email");
            assertThat(visitor.returns(app, SMART + " email").ticked()).containsExactly("user/*.rs");
        }
    }

    @Nested
    class Given_a_client_that_says_something_of_itself {
        @BeforeEach
        void onTheConsentScreen() {
            client.with("display.on.consent.screen", "true").with("consent.screen.text", "We share nothing");
        }

        @Test
        void says_it_on_the_one_page() {
            Page page = visitor.signsIn(app, SMART);

            assertThat(page.text()).contains("We share nothing");
            assertThat(page.allow().callback()).containsKey("code");
            assertThat(visitor.returns(app, SMART).callback()).containsKey("code");
        }

        @Test
        void says_it_on_the_one_page_when_it_is_new() {
            client.with("display.on.consent.screen", "false");
            visitor.signsIn(app, SMART).allow();
            client.with("display.on.consent.screen", "true");

            Page page = visitor.returns(app, SMART);

            assertThat(page.text()).contains("We share nothing");
            assertThat(page.allow().callback()).containsKey("code");
        }
    }

    @Nested
    class Given_a_request_without_anything_of_ours {
        @Test
        void asks_on_keycloak_s_page() {
            Page page = visitor.signsIn(app, "openid email");

            assertThat(page.html().selectFirst("#kc-oauth")).as(page.text()).isNotNull();
            assertThat(page.text()).contains("User roles").contains("Email address");
        }

        @Test
        void asks_on_keycloak_s_page_for_an_ordinary_scope_more() {
            visitor.signsIn(app, SMART).allow();

            Page page = visitor.returns(app, "openid email");

            assertThat(page.html().selectFirst("#kc-oauth")).as(page.text()).isNotNull();
            assertThat(page.text()).contains("Email address").doesNotContain("User roles");
        }
    }

    private List<String> consents() {
        return StreamSupport.stream(
                        admin.read("users/" + person.id() + "/consents").spliterator(), false)
                .filter(consent -> consent.path("clientId").asText().equals(app.clientId()))
                .flatMap(consent ->
                        StreamSupport.stream(consent.path("grantedClientScopes").spliterator(), false))
                .map(scope -> scope.asText())
                .toList();
    }
}

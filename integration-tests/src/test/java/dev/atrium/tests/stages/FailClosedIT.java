package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No way in leads around the stages to a SMART scope. */
@ExtendWith(AtriumServer.class)
class FailClosedIT {
    private static final String SCOPE = "openid fhirUser user/*.cruds";

    private final Admin admin = Admin.ofRealm();
    private final TestUser person = TestUser.reader(admin);

    @Nested
    class Given_a_direct_grant {
        @ParameterizedTest
        @ValueSource(strings = {"user/*.rs", "openid fhirUser", "openid user/Patient.read", "launch/patient"})
        void gets_no_smart_scope(String scope) {
            Tokens tokens = directGrant(scope);

            assertThat(tokens.error()).isEqualTo("invalid_scope");
            assertThat(tokens.answer().json().has("access_token")).isFalse();
        }

        @Test
        void gets_a_token_without_one() {
            Tokens tokens = directGrant("openid");

            assertThat(tokens.scopes()).containsExactly("openid");
            assertThat(tokens.accessClaims().has("fhirUser")).isFalse();
        }

        @Test
        void gets_no_smart_scope_by_refreshing_either() {
            Tokens tokens = App.PORTAL.refresh(directGrant("openid").refreshToken(), "openid user/*.rs");

            assertThat(tokens.answer().text("scope")).doesNotContain("user/");
        }

        private Tokens directGrant(String scope) {
            return App.PORTAL.token(Map.of(
                    "grant_type", "password", "username", person.email(), "password", Admin.PASSWORD, "scope", scope));
        }
    }

    @Nested
    class Given_a_broker_without_the_flow_after_it {
        @Test
        void has_the_stages_run_as_a_required_action() {
            TestUser colleague = Lakeside.of(admin).practitioner();
            colleague.joins("riverside", "Practitioner/guest", "reader");
            RealmSetting noFlow = new RealmSetting(
                    admin,
                    "identity-provider/instances/" + Lakeside.ALIAS,
                    provider -> provider.remove("postBrokerLoginFlowAlias"));

            noFlow.during(() -> {
                Page page = Visitor.of(colleague).signsInAtHome(App.PORTAL, SCOPE);

                assertThat(page.profiles()).hasSize(2);
                Tokens tokens = App.PORTAL.exchange(page.choose("riverside"));
                assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "fhirUser", "user/*.rs");
            });
        }
    }

    @Nested
    class Given_a_client_with_keycloak_s_own_browser_flow {
        private final App app = new TestClients(admin).aroundTheStages(App.PORTAL);

        @Test
        void has_the_stages_run_as_a_required_action() {
            Tokens tokens = app.exchange(signIn());

            assertThat(tokens.scopes()).containsExactlyInAnyOrder("openid", "fhirUser", "user/*.rs");
            assertThat(tokens.accessClaims().path("project").asText()).isEqualTo("lakeside");
        }

        @Test
        void asks_for_profile_and_consent_there() {
            person.joins("riverside", "Practitioner/second", "clinician");
            App asking = new TestClients(admin).aroundTheStages(App.SMART_APP);

            Page consent = Visitor.of(person).signsIn(asking, SCOPE).choose("riverside");

            assertThat(consent.scopes()).containsExactlyInAnyOrder("fhirUser", "user/*.cruds");
            assertThat(consent.deny().callback()).containsEntry("error", "access_denied");
        }

        @Test
        void is_given_no_smart_scope_when_the_required_action_is_off_as_well() {
            RealmSetting.stagesActionOff(admin).during(() -> {
                Tokens tokens = app.exchange(signIn());

                assertThat(tokens.error()).isEqualTo("invalid_scope");
                assertThat(tokens.answer().json().has("access_token")).isFalse();
            });
        }

        private Page signIn() {
            return Visitor.of(person).signsIn(app, SCOPE);
        }
    }

    @Nested
    class Given_a_request_for_a_hidden_scope {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "atrium.membership/00000000-0000-0000-0000-000000000000",
                    "atrium.without-refresh",
                    "atrium.anything"
                })
        void is_refused(String hidden) {
            Page page = App.PORTAL.authorize(new Browser(), "openid user/*.rs " + hidden);

            assertThat(page.callback()).containsEntry("error", "invalid_scope").containsKey("state");
        }
    }
}

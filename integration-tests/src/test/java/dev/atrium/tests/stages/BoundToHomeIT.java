package dev.atrium.tests.stages;

import static dev.atrium.tests.stages.Visitor.atHome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.AccountConsole;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is linked to an organization's identity provider stays bound to it, whatever they change themselves. */
@ExtendWith(AtriumServer.class)
class BoundToHomeIT {
    private static final String REFUSED = "You sign in through your organization";

    private final Admin admin = Admin.ofRealm();
    private final Lakeside lakeside = Lakeside.of(admin);
    private final TestUser person = lakeside.practitioner();
    private final Visitor visitor = Visitor.of(person);

    @BeforeEach
    void signsInAtHome() {
        visitor.signsInAtHome(App.PLAIN, "openid");
        assertThat(lakeside.links(person)).hasSize(1);
    }

    @Nested
    class Given_a_password_and_an_address_of_a_free_domain {
        private final String address = "free-" + UUID.randomUUID() + "@example.org";
        private final Visitor elsewhere = Visitor.of(address);

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void the_password_is_not_accepted(boolean verified) {
            has(verified);
            assertThat(elsewhere.signsIn(App.PLAIN, "openid").isCallback()).isFalse();
        }

        @Test
        void their_provider_still_brings_them() {
            has(false);
            Page there = App.PLAIN.authorize(elsewhere.browser(), "openid", Map.of("kc_idp_hint", Lakeside.ALIAS));
            assertThat(atHome(there, person.email()).callback()).containsKey("code");
        }

        @Test
        void signing_in_again_leads_to_the_provider() {
            has(false);
            Page page = visitor.returns(App.PLAIN, "openid", Visitor.SIGN_IN_AGAIN);
            assertThat(page.address().getPath()).doesNotContain("/realms/atrium/");
        }

        private void has(boolean verified) {
            ObjectNode user =
                    Admin.JSON.createObjectNode().put("email", address).put("emailVerified", verified);
            user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
            admin.update("users/" + person.id(), user);
        }
    }

    @Nested
    class Given_the_account_console {
        private AccountConsole console;

        @BeforeEach
        void opens() {
            console = AccountConsole.in(visitor.browser());
        }

        @Test
        void the_address_is_not_changed() {
            JsonNode account = console.request("GET", "", "").json();
            Answer refused = console.request(
                    "POST",
                    "",
                    ((ObjectNode) account).put("email", "me@example.org").toString());
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("atrium.email.home");
            assertThat(admin.read("users/" + person.id()).path("email").asText())
                    .isEqualTo(person.email());
        }

        @Test
        void everything_else_is() {
            JsonNode account = console.request("GET", "", "").json();
            Answer changed = console.request(
                    "POST", "", ((ObjectNode) account).put("lastName", "New").toString());
            assertThat(changed.status()).as(changed.body()).isEqualTo(204);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "v1alpha1/"})
        void the_link_stays(String version) {
            ObjectNode user = Admin.JSON.createObjectNode();
            user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
            admin.update("users/" + person.id(), user);
            Answer refused = console.request("DELETE", version + "linked-accounts/" + Lakeside.ALIAS, "");
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains("Only your practice or hospital can remove this link");
            assertThat(lakeside.links(person)).hasSize(1);
        }

        @Test
        void an_administrator_may_take_the_link_away() {
            admin.delete("users/" + person.id() + "/federated-identity/" + Lakeside.ALIAS);
            assertThat(lakeside.links(person)).isEmpty();
        }
    }

    @Nested
    class Given_an_app_that_asks_for_a_credential {
        @ParameterizedTest
        @ValueSource(strings = {"UPDATE_PASSWORD", "webauthn-register", "webauthn-register-passwordless"})
        void they_get_none_and_are_told_why(String action) {
            Page page = visitor.returns(App.PLAIN, "openid", Map.of("kc_action", action));
            assertThat(page.title()).isEqualTo(REFUSED);
            assertThat(page.text()).contains("cannot set up a password or passkey here");
            assertThat(page.back().callback()).containsEntry("error", "access_denied");
        }
    }

    @Nested
    class Given_a_password_to_be_set_on_their_list {
        @Test
        void they_come_in_without_and_it_is_off_the_list() {
            ObjectNode user = Admin.JSON.createObjectNode();
            user.putArray("requiredActions").add("UPDATE_PASSWORD");
            admin.update("users/" + person.id(), user);
            Page page = Visitor.of(person).signsInAtHome(App.PLAIN, "openid");
            assertThat(page.callback()).containsKey("code");
            assertThat(admin.read("users/" + person.id()).path("requiredActions"))
                    .isEmpty();
        }
    }

    @Nested
    class Given_somebody_else {
        @Test
        void an_unproved_address_of_the_domain_can_be_changed_back() {
            TestUser other = admin.user("example.org");
            Visitor browser = Visitor.of(other);
            browser.tokens(App.PLAIN, "openid");
            admin.update(
                    "users/" + other.id(),
                    Admin.JSON
                            .createObjectNode()
                            .put("email", Lakeside.someAddress())
                            .put("emailVerified", false));
            AccountConsole console = AccountConsole.in(browser.browser());
            JsonNode account = console.request("GET", "", "").json();
            assertThat(console.request(
                                    "POST",
                                    "",
                                    ((ObjectNode) account)
                                            .put("email", other.email())
                                            .toString())
                            .status())
                    .isEqualTo(204);
        }
    }
}

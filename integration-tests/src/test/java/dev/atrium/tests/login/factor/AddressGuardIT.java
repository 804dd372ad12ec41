package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.AccountConsole;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever knows a password, and gets a token for it without more, changes nothing of what the person signs in with in the account REST:
 * neither the address, by which an account is handed over, nor what Keycloak would delete there.
 */
@ExtendWith(AtriumServer.class)
class AddressGuardIT {
    private final Admin admin = Admin.ofRealm();
    private final TestFlow flow = TestFlow.passwordOnly(admin);
    private final App app = withAccount(flow.bind(TestClient.publicOne(admin))).app();
    private final Browser browser = new Browser();

    @AfterEach
    void gone() {
        admin.delete("clients/" + admin.clientUuid(app.clientId()));
        flow.close();
    }

    @Nested
    class Given_somebody_who_has_not_shown_their_key {
        private final TestUser user = somebody(Keys::securityKey);
        private final AccountConsole console = console(user);

        @Test
        void the_password_does_not_change_the_address() {
            Answer answer = changesAddress(console);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("atrium.email.factor");
            assertThat(address(user)).isEqualTo(user.email());
        }

        @Test
        void nor_takes_it_away() {
            ObjectNode account = (ObjectNode) console.request("GET", "", "").json();
            account.remove("email");

            assertThat(console.request("POST", "", account.toString()).status()).isEqualTo(400);
            assertThat(address(user)).isEqualTo(user.email());
        }

        @Test
        void the_rest_of_the_account_is_changed_as_before() {
            ObjectNode account = (ObjectNode) console.request("GET", "", "").json();

            assertThat(console.request(
                                    "POST", "", account.put("lastName", "New").toString())
                            .status())
                    .isEqualTo(204);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "v1alpha1/"})
        void the_password_does_not_delete_the_key(String version) {
            Answer answer = console.request("DELETE", version + "credentials/" + credential(user, "webauthn"), "");

            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("second step");
            assertThat(credentials(user)).containsExactlyInAnyOrder("password", "webauthn");
        }

        @Test
        void an_administrator_changes_it() {
            admin.update("users/" + user.id(), Admin.JSON.createObjectNode().put("email", "new-" + user.email()));

            assertThat(address(user)).isEqualTo("new-" + user.email());
        }
    }

    @Nested
    class Given_an_app_that_asks_for_another_address {
        private final TestUser user = somebody(Keys::securityKey);

        @Test
        void the_password_does_not_change_it_among_the_details() {
            Page page =
                    SecondStep.signIn(app.authorize(browser, "openid", Map.of("kc_action", "UPDATE_PROFILE")), user);
            Page answer = page.submit("kc-update-profile-form", Map.of("email", List.of("me@example.net")), "x");

            assertThat(answer.text()).contains("second step");
            assertThat(address(user)).isEqualTo(user.email());
        }
    }

    /** Keycloak's action that proves the new address by a mail to it. */
    @Nested
    class Given_a_realm_that_has_addresses_changed_by_mail {
        private static final String ACTION = "UPDATE_EMAIL";
        private static final String FORM = "kc-update-email-form";
        private final TestUser user = somebody(Keys::securityKey);

        @BeforeEach
        void on() {
            enabled(true);
        }

        @AfterEach
        void off() {
            enabled(false);
        }

        @Test
        void the_password_does_not_begin_it() {
            Page page = SecondStep.signIn(app.authorize(browser, "openid", Map.of("kc_action", ACTION)), user);

            assertThat(page.title()).isEqualTo("One more step is needed first");
            assertThat(page.back().callback()).containsEntry("error", "access_denied");
        }

        @Test
        void one_that_waits_for_its_mail_is_not_led_elsewhere_by_the_password() {
            TestUser owner = somebody(StrictProject::withApp);
            App.PLAIN
                    .authorize(new Browser(), "openid", Map.of("kc_action", ACTION))
                    .email(owner.email())
                    .password(Admin.PASSWORD)
                    .submit("kc-otp-login-form", Map.of("otp", List.of(SecondStep.now())), "login")
                    .submit(FORM, Map.of("email", List.of("next-" + owner.email())), "x");

            assertThat(SecondStep.signIn(app.authorize(browser, "openid"), owner)
                            .callback())
                    .containsKey("code");
        }

        @Test
        void an_administrator_may_ask_for_it() {
            ObjectNode change = Admin.JSON.createObjectNode();
            change.putArray("requiredActions").add(ACTION);
            admin.update("users/" + user.id(), change);

            Page page = SecondStep.signIn(app.authorize(browser, "openid"), user);

            assertThat(page.html().getElementById(FORM)).isNotNull();
        }

        private void enabled(boolean enabled) {
            String path = "authentication/required-actions/" + ACTION;
            ObjectNode settings = Admin.JSON.createObjectNode();
            settings.putObject("config").put("verifyEmail", String.valueOf(enabled));
            admin.update(path + "/config", settings);
            admin.update(path, ((ObjectNode) admin.read(path)).put("enabled", enabled));
        }
    }

    @Nested
    class Given_somebody_who_has_shown_it {
        private final TestUser user = somebody(StrictProject::withApp);

        @Test
        void changes_the_address() {
            App.PLAIN
                    .authorize(browser, "openid")
                    .email(user.email())
                    .password(Admin.PASSWORD)
                    .submit("kc-otp-login-form", Map.of("otp", List.of(SecondStep.now())), "login")
                    .callback();
            AccountConsole console = AccountConsole.in(browser);

            Answer answer = changesAddress(console);

            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        }
    }

    @Nested
    class Given_somebody_with_a_password_alone {
        @Test
        void changes_the_address() {
            Answer answer = changesAddress(console(admin.user("example.org")));

            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        }
    }

    /** Its tokens are good for the account REST, as those of Keycloak's own clients are. */
    private TestClient withAccount(TestClient client) {
        ObjectNode settings = (ObjectNode) admin.read("clients/" + client.uuid());
        admin.update("clients/" + client.uuid(), settings.put("fullScopeAllowed", true));
        return client.withDefault("roles").withDefault("acr");
    }

    private AccountConsole console(TestUser user) {
        return new AccountConsole(app.exchange(SecondStep.signIn(app.authorize(browser, "openid"), user))
                .accessToken());
    }

    private static Answer changesAddress(AccountConsole console) {
        ObjectNode account = (ObjectNode) console.request("GET", "", "").json();
        return console.request(
                "POST",
                "",
                account.put("email", "new-" + UUID.randomUUID() + "@example.org")
                        .toString());
    }

    private TestUser somebody(Consumer<ObjectNode> withFactor) {
        return admin.user("user-" + UUID.randomUUID() + "@example.org", withFactor);
    }

    private String address(TestUser user) {
        return admin.read("users/" + user.id()).path("email").asText();
    }

    private List<String> credentials(TestUser user) {
        return admin.read("users/" + user.id() + "/credentials").findValuesAsText("type");
    }

    private String credential(TestUser user, String type) {
        return StreamSupport.stream(
                        admin.read("users/" + user.id() + "/credentials").spliterator(), false)
                .filter(found -> found.path("type").asText().equals(type))
                .map((JsonNode found) -> found.path("id").asText())
                .findFirst()
                .orElseThrow();
    }
}

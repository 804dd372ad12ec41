package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever knows a password, in a flow that asks for nothing more, changes nothing of what the person signs in with. */
@ExtendWith(AtriumServer.class)
class FactorGuardIT {
    private static final String REFUSED = "One more step is needed first";
    private static final String APP_FORM = "kc-totp-settings-form";

    private final Admin admin = Admin.ofRealm();
    private final TestFlow flow = TestFlow.passwordOnly(admin);
    private final App app = flow.bind(TestClient.publicOne(admin)).app();
    private final Browser browser = new Browser();

    @AfterEach
    void gone() {
        admin.delete("clients/" + admin.clientUuid(app.clientId()));
        flow.close();
    }

    @Nested
    class Given_somebody_whose_second_factor_is_a_key {
        private final TestUser user = somebody(Keys::securityKey);

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "CONFIGURE_TOTP",
                    "CONFIGURE_RECOVERY_AUTHN_CODES",
                    "webauthn-register",
                    "webauthn-register-passwordless",
                    "idp_link:lakeside-sso"
                })
        void the_password_adds_nothing_to_it(String action) {
            Page page = asksFor(action, user);

            assertThat(page.title()).isEqualTo(REFUSED);
            assertThat(page.back().callback()).containsEntry("error", "access_denied");
            assertThat(credentials(user)).containsExactlyInAnyOrder("password", "webauthn");
        }

        @Test
        void the_password_does_not_take_it_away() {
            Page page = asksFor("delete_credential:" + credential(user, "webauthn"), user);

            assertThat(page.title()).isEqualTo(REFUSED);
            page.back();
            assertThat(credentials(user)).containsExactlyInAnyOrder("password", "webauthn");
        }

        @Test
        void the_password_adds_nothing_to_a_session_either() {
            SecondStep.signIn(app.authorize(browser, "openid"), user);

            assertThat(asks("CONFIGURE_TOTP").title()).isEqualTo(REFUSED);
        }

        @Test
        void what_is_sent_in_the_place_of_the_page_is_not_taken() {
            Page page = asksFor("CONFIGURE_TOTP", user);

            Page answer = page.submit("atrium-refused", Map.of("totpSecret", List.of("x"), "totp", List.of("1")), "x");

            assertThat(answer.callback()).containsEntry("error", "access_denied");
        }

        @Test
        void an_administrator_may_have_them_set_up_another() {
            ObjectNode change = Admin.JSON.createObjectNode();
            change.putArray("requiredActions").add("CONFIGURE_TOTP");
            admin.update("users/" + user.id(), change);

            assertThat(SecondStep.signIn(app.authorize(browser, "openid"), user)
                            .html()
                            .getElementById(APP_FORM))
                    .isNotNull();
        }
    }

    @Nested
    class Given_somebody_whom_an_administrator_asks_for_another {
        private final TestUser user = somebody(Keys::securityKey);

        @Test
        void sets_it_up_also_from_the_account_console() {
            ObjectNode change = Admin.JSON.createObjectNode();
            change.putArray("requiredActions").add("CONFIGURE_TOTP");
            admin.update("users/" + user.id(), change);

            assertThat(asksFor("CONFIGURE_TOTP", user).html().getElementById(APP_FORM))
                    .isNotNull();
        }
    }

    @Nested
    class Given_somebody_with_something_else {
        @Test
        void codes_are_a_second_factor() {
            assertThat(asksFor("CONFIGURE_TOTP", somebody(RecoveryCodes::addTo)).title())
                    .isEqualTo(REFUSED);
        }

        @Test
        void a_passkey_is_one() {
            assertThat(asksFor("CONFIGURE_TOTP", somebody(Keys::passkey)).title())
                    .isEqualTo(REFUSED);
        }

        @Test
        void an_authenticator_app_is_one() {
            assertThat(asksFor("CONFIGURE_RECOVERY_AUTHN_CODES", somebody(StrictProject::withApp))
                            .title())
                    .isEqualTo(REFUSED);
        }
    }

    @Nested
    class Given_somebody_who_has_shown_it {
        private final TestUser user = somebody(StrictProject::withApp);

        @Test
        void changes_it_in_the_same_sign_in() {
            Page asked = App.PLAIN
                    .authorize(browser, "openid", Map.of("kc_action", "delete_credential:" + credential(user, "otp")))
                    .email(user.email())
                    .password(Admin.PASSWORD);

            Page page = asked.submit("kc-otp-login-form", Map.of("otp", List.of(SecondStep.now())), "login");
            URI confirm = URI.create(
                    page.html().selectFirst("form:has([name=accept])").attr("abs:action"));
            browser.post(confirm, Map.of("accept", List.of("")));

            assertThat(credentials(user)).containsExactly("password");
        }

        @Test
        void changes_it_later_and_in_another_app() {
            signsInWithApp();

            assertThat(asks("CONFIGURE_RECOVERY_AUTHN_CODES").title()).isNotEqualTo(REFUSED);
            assertThat(asks("CONFIGURE_TOTP").html().getElementById(APP_FORM)).isNotNull();
        }

        private void signsInWithApp() {
            App.PLAIN
                    .authorize(browser, "openid")
                    .email(user.email())
                    .password(Admin.PASSWORD)
                    .submit("kc-otp-login-form", Map.of("otp", List.of(SecondStep.now())), "login")
                    .callback();
        }
    }

    @Nested
    class Given_somebody_with_a_password_alone {
        private final TestUser user = admin.user("example.org");

        @Test
        void sets_one_up_and_then_another_without_showing_it() {
            Page page = asksFor("CONFIGURE_TOTP", user);

            assertThat(SecondStep.setsUpApp(page).callback()).containsEntry("kc_action_status", "success");
            assertThat(asks("CONFIGURE_RECOVERY_AUTHN_CODES").title()).isNotEqualTo(REFUSED);
        }

        @Test
        void shows_it_the_next_time() {
            SecondStep.setsUpApp(asksFor("CONFIGURE_TOTP", user));
            admin.send("POST", "users/" + user.id() + "/logout", "");

            assertThat(asksFor("CONFIGURE_RECOVERY_AUTHN_CODES", user).title()).isEqualTo(REFUSED);
        }
    }

    private Page asksFor(String action, TestUser user) {
        return SecondStep.signIn(asks(action), user);
    }

    private Page asks(String action) {
        return app.authorize(browser, "openid", Map.of("kc_action", action));
    }

    private TestUser somebody(Consumer<ObjectNode> withFactor) {
        return admin.user("user-" + UUID.randomUUID() + "@example.org", withFactor);
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

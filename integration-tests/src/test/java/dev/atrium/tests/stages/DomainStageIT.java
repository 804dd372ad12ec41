package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(AtriumServer.class)
class DomainStageIT {
    private static final String SCOPE = "openid user/*.rs";

    private final Admin admin = Admin.ofRealm();

    @Nested
    class Given_an_address_that_nobody_has {
        private final String nobody = "nobody-" + UUID.randomUUID() + "@riverside.example";

        @Test
        void leads_to_the_same_page_as_one_that_somebody_has() {
            assertThat(passwordPage(nobody))
                    .isEqualTo(passwordPage(admin.user("riverside.example").email()));
        }

        @Test
        void is_told_the_same_as_somebody_with_a_wrong_password() {
            assertThat(wrongPassword(nobody))
                    .contains("Invalid e-mail address or password.")
                    .isEqualTo(wrongPassword(admin.user("riverside.example").email()));
        }
    }

    @Nested
    class Given_a_user_name_of_another_domain_than_the_e_mail_address {
        private final String username = "user-" + UUID.randomUUID() + "@example.org";
        private final TestUser person = admin.user(Lakeside.someAddress(), user -> user.put("username", username));

        @Test
        void gives_no_way_around_the_identity_provider_of_the_address() {
            person.joins("lakeside", "Practitioner/" + UUID.randomUUID(), "clinician");

            Page refused = open(username).password(Admin.PASSWORD);

            assertThat(refused.title()).isEqualTo("You sign in through your organization");
            assertThat(refused.back().callback()).containsEntry("error", "access_denied");
        }

        @Test
        void is_told_the_same_as_nobody_for_a_wrong_password() {
            assertThat(wrongPassword(username)).isEqualTo(wrongPassword("nobody-" + username));
        }
    }

    @Nested
    class Given_something_that_is_no_name {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "alice@",
                    "@riverside.example",
                    "alice archer@riverside.example",
                    "alice@riverside,example",
                    "alice@riverside..example"
                })
        void asks_for_a_name(String typed) {
            Page again = open(typed);

            assertThat(again.text()).contains("Please enter your user name or your e-mail address.");
            assertThat(typedAddress(again)).isEqualTo(typed);
        }
    }

    @Nested
    class Given_a_person_with_an_address_that_no_mail_would_reach {
        @ParameterizedTest
        @ValueSource(strings = {"foo_bar.example", "riverside,example", "riverside.example."})
        void signs_in_by_the_user_name(String domain) {
            String username = "user-" + UUID.randomUUID() + "@example.org";
            fromElsewhere(username, "user-" + UUID.randomUUID() + "@" + domain);

            assertSignsIn(username);
        }

        @Test
        void signs_in_by_that_address_if_it_looks_like_one() {
            String email = "user-" + UUID.randomUUID() + "@foo_bar.example";
            fromElsewhere(email, email);

            assertSignsIn(email);
        }

        /** Keycloak's Verify Profile fails for such an address by itself. */
        private void assertSignsIn(String typed) {
            new RealmSetting(
                            admin,
                            "authentication/required-actions/VERIFY_PROFILE",
                            action -> action.put("enabled", false))
                    .during(() -> assertThat(App.PLAIN
                                    .authorize(new Browser(), "openid")
                                    .email(typed)
                                    .password(Admin.PASSWORD)
                                    .callback())
                            .containsKey("code"));
        }

        /** An import takes over what the form would refuse. */
        private void fromElsewhere(String username, String email) {
            ObjectNode imported = Admin.JSON.createObjectNode().put("ifResourceExists", "FAIL");
            ObjectNode user = imported.putArray("users")
                    .addObject()
                    .put("username", username)
                    .put("email", email)
                    .put("emailVerified", true)
                    .put("firstName", "Test")
                    .put("lastName", "User")
                    .put("enabled", true);
            user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
            var answer = admin.send("POST", "partialImport", imported.toString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Nested
    class Given_remember_me {
        private final TestUser person = admin.user("example.org");

        @Test
        void is_not_offered_unless_the_realm_has_it() {
            Page asked = App.PLAIN.authorize(new Browser(), "openid");

            assertThat(asked.html().select("#rememberMe")).isEmpty();
        }

        @Test
        void fills_in_the_address_after_a_sign_out() {
            new RealmSetting(admin, "", realm -> realm.put("rememberMe", true)).during(() -> {
                Browser browser = new Browser();
                App.PLAIN.exchange(signInToBeRemembered(browser)).accessToken();
                admin.send("POST", "users/" + person.id() + "/logout", "");

                assertThat(typedAddress(App.PLAIN.authorize(browser, "openid"))).isEqualTo(person.email());
            });
        }

        private Page signInToBeRemembered(Browser browser) {
            Map<String, List<String>> typed = Map.of("username", List.of(person.email()), "rememberMe", List.of("on"));
            return App.PLAIN
                    .authorize(browser, "openid")
                    .submit("kc-form-login", typed, "login")
                    .password(Admin.PASSWORD);
        }
    }

    private Page open(String email) {
        return App.PORTAL.authorize(new Browser(), SCOPE).email(email);
    }

    private static String typedAddress(Page page) {
        return page.html().select("input[name=username]").val();
    }

    private String passwordPage(String email) {
        return withoutWhatDiffersAnyway(open(email), email);
    }

    private String wrongPassword(String email) {
        return told(email, "not the password");
    }

    private String told(String email, String password) {
        return withoutWhatDiffersAnyway(open(email).password(password), email);
    }

    private static String withoutWhatDiffersAnyway(Page page, String email) {
        return page.status()
                + page.html()
                        .outerHtml()
                        .replace(email, "the address")
                        .replaceAll("(session_code|client_data|tab_id)=[^&\"]*", "$1")
                        .replaceAll("\"[A-Za-z0-9+/]{64}\"", "the session's hash");
    }
}

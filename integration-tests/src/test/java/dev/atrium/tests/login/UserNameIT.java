package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first page takes what the realm takes for a name. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class UserNameIT {
    @Nested
    class Given_a_realm_with_user_names {
        private final Admin admin = Admin.ofRealm();
        private final String username = "nurse-" + UUID.randomUUID().toString().substring(0, 8);
        private final TestUser nurse = admin.user(username + "@example.org", user -> user.put("username", username));

        @Test
        void signs_people_in_by_them() {
            assertThat(open(username).password(Admin.PASSWORD).callback()).containsKey("code");
        }

        @Test
        void signs_people_in_by_them_in_capital_letters_too() {
            assertThat(open(username.toUpperCase(Locale.ROOT))
                            .password(Admin.PASSWORD)
                            .callback())
                    .containsKey("code");
        }

        @Test
        void signs_the_same_people_in_by_their_address() {
            assertThat(open(nurse.email()).password(Admin.PASSWORD).callback()).containsKey("code");
        }

        @Test
        void leads_a_name_that_nobody_has_to_the_same_page() {
            assertThat(Alike.of(open("nobody-" + username), "nobody-" + username))
                    .isEqualTo(Alike.of(open(username), username));
        }

        @Test
        void says_the_same_of_a_wrong_password_to_a_name_that_nobody_has() {
            Page wrong = open(username).password("not the password");

            assertThat(wrong.text()).contains("Invalid user name or password.");
            assertThat(Alike.of(open("nobody-" + username).password("not the password"), "nobody-" + username))
                    .isEqualTo(Alike.of(wrong, username));
        }

        private static Page open(String name) {
            return App.PLAIN.authorize(new Browser(), "openid").email(name);
        }
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class Given_a_realm_that_takes {
        private TestRealm realm;

        @BeforeAll
        void a_realm() {
            realm = TestRealm.delivered();
        }

        @AfterAll
        void gone() {
            realm.close();
        }

        @ParameterizedTest
        @CsvSource({
            "true, false, E-mail address or user name",
            "false, false, User name",
            "true, true, E-mail address",
        })
        void the_label_says_what(boolean email, boolean emailAsUsername, String label) {
            take(email, emailAsUsername);

            assertThat(firstPage().html().select("label[for=username]").text()).isEqualTo(label);
        }

        @Test
        void only_addresses_a_user_name_is_none() {
            take(true, true);

            Page again = firstPage().email("mmeier");

            assertThat(again.text()).contains("Please enter your e-mail address, such as name@example.org.");
            assertThat(again.typedName()).isEqualTo("mmeier");
        }

        private void take(boolean email, boolean emailAsUsername) {
            realm.admin()
                    .put(
                            "",
                            Admin.JSON
                                    .createObjectNode()
                                    .put("loginWithEmailAllowed", email)
                                    .put("registrationEmailAsUsername", emailAsUsername));
        }

        private Page firstPage() {
            return new Browser()
                    .open(AtriumServer.baseUrl()
                            .resolve("/realms/" + realm.name() + "/protocol/openid-connect/auth?"
                                    + App.query(App.PLAIN.request("openid"))));
        }
    }
}

package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which passwords the realm takes: by length and by whether others guess them, not by kinds of characters (NIST SP 800-63B). */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class PasswordRulesIT {
    private static final String SENTENCE = "Seit dem Frühjahr gehe ich jeden zweiten Tag um den kleinen See.";

    private Admin admin;

    @BeforeAll
    void the_realm() {
        admin = Admin.ofRealm();
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class Given_a_person_who_chooses_a_password {
        private final String name = "mmeier-" + UUID.randomUUID().toString().substring(0, 8);
        private Page page;

        @BeforeAll
        void at_the_page() {
            TestUser person = admin.user(name + "@example.org", user -> {
                user.put("username", name).putArray("requiredActions").add("UPDATE_PASSWORD");
            });
            page = App.PLAIN
                    .authorize(new Browser(), "openid")
                    .email(person.email())
                    .password(Admin.PASSWORD);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "7 chars | longer password, with at least 8 characters",
                    "Tr0ub4! | longer password, with at least 8 characters",
                    "correcthorsebatterystaple | Many people use this password",
                    "PasswordPassword | Many people use this password",
                    "password1234567 | Many people use this password",
                    "123456789012345678 | Many people use this password",
                    "I am {name}, who else | does not contain your user name",
                    "{name}@example.org | does not contain your user name",
                })
        void is_told_kindly_what_to_choose_in_the_place_of(String password, String words) {
            Page refused = chooses(password.replace("{name}", name));

            assertThat(refused.text()).contains(words);
        }

        @Test
        void is_told_when_it_is_longer_than_anybody_types() {
            assertThat(chooses("a".repeat(257)).text()).contains("shorter password, with at most 256 characters");
        }

        private Page chooses(String password) {
            page = choose(page, password);
            return page;
        }
    }

    @Nested
    class Given_a_sentence_of_64_characters_with_spaces {
        @Test
        void is_taken_and_signs_in() {
            TestUser person = admin.user(
                    "sentence-" + UUID.randomUUID() + "@example.org",
                    user -> user.putArray("requiredActions").add("UPDATE_PASSWORD"));
            assertThat(SENTENCE).hasSize(64);

            choose(signIn(person, Admin.PASSWORD), SENTENCE);

            assertThat(signIn(person, SENTENCE).callback()).containsKey("code");
        }
    }

    @Nested
    class Given_an_address_that_is_no_user_name {
        @Test
        void cannot_be_the_password() {
            String email = "own-address-" + UUID.randomUUID() + "@example.org";
            TestUser person = admin.user(email, user -> {
                user.put("username", "somebody-" + UUID.randomUUID())
                        .putArray("requiredActions")
                        .add("UPDATE_PASSWORD");
            });

            assertThat(choose(signIn(person, Admin.PASSWORD), email).text())
                    .contains("choose a password other than your e-mail address");
        }
    }

    @Nested
    class Given_the_settings_of_the_realm {
        @Test
        void ask_for_no_kinds_of_characters_and_let_no_password_expire() {
            assertThat(realm().path("passwordPolicy").asText())
                    .doesNotContain("digits", "upperCase", "lowerCase", "specialChars", "regex")
                    .doesNotContain("forceExpiredPasswordChange", "passwordHistory", "passwordAge");
        }

        /** SP 800-63B 3.2.2: no more than 100 failures in a row. */
        @Test
        void let_nobody_guess_more_than_100_times() {
            assertThat(realm().path("bruteForceProtected").asBoolean()).isTrue();
            assertThat(realm().path("permanentLockout").asBoolean()).isTrue();
            assertThat(realm().path("failureFactor").asInt()
                            + realm().path("maxTemporaryLockouts").asInt())
                    .isLessThanOrEqualTo(100);
        }

        private JsonNode realm() {
            return admin.read("");
        }
    }

    private static Page signIn(TestUser person, String password) {
        return App.PLAIN
                .authorize(new Browser(), "openid")
                .email(person.email())
                .password(password);
    }

    private static Page choose(Page page, String password) {
        return page.submit(
                "kc-passwd-update-form",
                Map.of("password-new", List.of(password), "password-confirm", List.of(password)),
                "login");
    }
}

package dev.atrium.tests.login.emailcode;

import static dev.atrium.tests.login.emailcode.CodeRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.mail.ReceivedMail;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A code speaks for the account and the address that it was mailed to, and for no other. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class CodeRecipientIT {
    private static final String WRONG = "This code is not correct.";

    private CodeRealm realm;

    @BeforeAll
    void a_realm() {
        realm = new CodeRealm();
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_an_account_whose_address_changes_after_the_mail {
        private final String email = realm.person(user -> user.put("emailVerified", false));
        private final String id = realm.userId(email);
        private final String other = "other-" + UUID.randomUUID() + "@example.org";
        private final Page page = realm.codePage(email);
        private final String code = realm.code(email);

        @Test
        void the_code_is_wrong_and_verifies_nothing() {
            move(id, other);
            assertThat(type(page, code).text()).contains(WRONG);
            assertThat(isVerified(id)).isFalse();
            assertThat(realm.admin().read("users/" + id + "/credentials")).isNotEmpty();
        }

        @Test
        void it_counts_as_any_other_wrong_code() {
            move(id, other);
            type(page, code);
            assertThat(realm.errors(email, "invalid_code")).isEqualTo(1);
            Eventually.holds(() -> realm.failures(email) == 1, () -> realm.failures(email) + " failures");
        }

        @Test
        void its_link_signs_nobody_in_and_verifies_nothing() {
            Page link = page.browser().open(URI.create(realm.mail(email, 1).link()));
            move(id, other);
            assertThat(link.submit("atrium-link", Map.of(), "send").text()).contains(WRONG);
            assertThat(isVerified(id)).isFalse();
        }

        @Test
        void a_code_to_the_new_address_signs_in() {
            move(id, other);
            Page second = realm.codePage(email);
            ReceivedMail mail = Eventually.get(
                    () -> realm.mails.mailsTo(other).stream()
                            .filter(found -> found.subject().startsWith("Your code"))
                            .findFirst(),
                    () -> "no code to " + other);
            assertThat(type(second, CodeRealm.code(mail)).callback()).containsKey("code");
            assertThat(isVerified(id)).isTrue();
        }

        @Test
        void the_code_is_right_again_when_the_address_is_the_old_one_again() {
            move(id, other);
            move(id, email.toUpperCase(Locale.ROOT));
            assertThat(type(page, code).callback()).containsKey("code");
        }
    }

    @Nested
    class Given_a_user_name_that_becomes_the_address_of_another_account_after_the_mail {
        private final String typed = "name-" + UUID.randomUUID() + "@example.org";
        private final String email = realm.person(user -> user.put("username", typed));
        private final Page page = realm.codePage(typed);
        private final String code = realm.code(email);

        @Test
        void the_code_does_not_lead_into_that_account_and_verifies_nothing() {
            String other = imported();
            assertThat(type(page, code).text()).contains(WRONG);
            assertThat(isVerified(other)).isFalse();
            assertThat(realm.admin().read("users/" + other + "/credentials")).isNotEmpty();
        }

        @Test
        void its_link_does_not_lead_there_either() {
            Page link = page.browser().open(URI.create(realm.mail(email, 1).link()));
            String other = imported();
            assertThat(link.submit("atrium-link", Map.of(), "send").text()).contains(WRONG);
            assertThat(isVerified(other)).isFalse();
        }

        /** Keycloak's forms and its admin REST refuse such an account; an import, or a directory, brings it. Gives its id. */
        private String imported() {
            String name = "another-" + UUID.randomUUID();
            ObjectNode file = Admin.JSON.createObjectNode().put("ifResourceExists", "FAIL");
            ObjectNode user = file.putArray("users").addObject();
            user.put("username", name).put("email", typed).put("enabled", true);
            user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
            assertThat(realm.admin().post("partialImport", file).status()).isEqualTo(200);
            return realm.userId(name);
        }
    }

    private void move(String id, String address) {
        ObjectNode change = Admin.JSON.createObjectNode().put("email", address).put("emailVerified", false);
        assertThat(realm.admin().put("users/" + id, change).status()).isEqualTo(204);
    }

    private boolean isVerified(String id) {
        return realm.admin().read("users/" + id).path("emailVerified").asBoolean();
    }
}

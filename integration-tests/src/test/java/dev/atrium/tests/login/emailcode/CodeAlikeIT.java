package dev.atrium.tests.login.emailcode;

import static dev.atrium.tests.login.emailcode.CodeRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import java.util.LinkedHashMap;
import java.util.List;
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

/** A stranger learns nothing about accounts from the pages for a code. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class CodeAlikeIT {
    private CodeRealm realm;
    private final Map<String, String> names = new LinkedHashMap<>();

    @BeforeAll
    void people() {
        realm = new CodeRealm();
        names.put("nobody", "nobody-" + UUID.randomUUID() + "@example.org");
        names.put("known", realm.person());
        names.put("unverified", realm.person(user -> user.put("emailVerified", false)));
        names.put("disabled", realm.person(user -> user.put("enabled", false)));
        names.put("without an address", nameOnly());
        names.put("with the address of a domain that has no code", elsewhere());
        names.put("locked", locked());
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_an_address {
        @Test
        void leads_to_the_same_page() {
            Map<String, String> seen = new LinkedHashMap<>();
            names.forEach((kind, name) -> seen.put(kind, shape(realm.codePage(name), name)));
            assertAlike(seen);
        }

        @Test
        void is_told_the_same_of_a_wrong_code() {
            Map<String, String> seen = new LinkedHashMap<>();
            names.forEach((kind, name) -> {
                Page wrong = type(realm.codePage(name), "000000");
                assertThat(wrong.text()).contains("This code is not correct.");
                seen.put(kind, shape(wrong, name));
            });
            assertAlike(seen);
        }

        @Test
        void is_told_the_same_of_too_many() {
            Map<String, String> seen = new LinkedHashMap<>();
            List.of("nobody", "known").forEach(kind -> {
                Page wrong = realm.codePage(names.get(kind));
                for (int i = 0; i < 6; i++) {
                    wrong = type(wrong, "000000");
                }
                seen.put(kind, shape(wrong, names.get(kind)));
            });
            assertThat(seen.get("nobody")).contains("Too many wrong codes");
            assertAlike(seen);
        }

        @Test
        void is_told_the_same_when_another_code_is_asked_for() {
            Map<String, String> seen = new LinkedHashMap<>();
            names.forEach((kind, name) -> seen.put(
                    kind,
                    shape(CodeRealm.resend(realm.codePage(name)), name)
                            .replaceAll("wait \\d+ more", "wait some more")));
            assertAlike(seen);
        }

        @Test
        void is_sent_a_code_only_if_its_owner_may_sign_in_with_it() {
            int before = realm.mails.mailsTo(names.get("locked")).size();
            realm.codePage(names.get("disabled"));
            realm.codePage(names.get("locked"));
            realm.codePage(names.get("with the address of a domain that has no code"));
            String last = realm.person();
            realm.codePage(last);
            realm.mail(last, 1);
            realm.realm.nothingWaits();
            assertThat(realm.mails.mails())
                    .allSatisfy(mail -> assertThat(mail.to())
                            .isNotEqualTo(names.get("disabled"))
                            .doesNotEndWith("pw.example"));
            assertThat(realm.mails.mailsTo(names.get("locked"))).hasSize(before);
        }
    }

    @Nested
    class Given_a_person_who_is_locked_after_the_mail {
        @Test
        void not_even_the_right_code_signs_in_and_it_is_called_wrong() {
            String email = realm.person();
            Page page = realm.codePage(email);
            String code = realm.code(email);
            realm.lockAfter(1);
            try {
                realm.codePage(email);
                type(realm.codePage(email), CodeRealm.not(code));
                Eventually.holds(() -> realm.isLocked(email), () -> "not locked");
            } finally {
                realm.lockAfter(30);
            }
            assertThat(type(page, code).text()).contains("This code is not correct.");
        }
    }

    private String nameOnly() {
        String name = "name-" + UUID.randomUUID() + "@example.org";
        ObjectNode user = Admin.JSON.createObjectNode().put("username", name).put("enabled", true);
        realm.admin().create("users", user);
        return name;
    }

    private String elsewhere() {
        String name = "elsewhere-" + UUID.randomUUID() + "@example.org";
        realm.person(user -> user.put("username", name).put("email", name.replace("example.org", "pw.example")));
        return name;
    }

    private String locked() {
        String email = realm.person();
        realm.lockAfter(1);
        type(realm.codePage(email), "000000");
        Eventually.holds(() -> realm.isLocked(email), () -> "not locked");
        realm.lockAfter(30);
        realm.mail(email, 1);
        return email;
    }

    private static String shape(Page page, String name) {
        return page.status()
                + page.html()
                        .outerHtml()
                        .replace(name, "the name")
                        .replaceAll("(session_code|client_data|tab_id|execution)=[^&\"']*", "$1")
                        .replaceAll("\"[A-Za-z0-9+/]{64}\"", "the session's hash");
    }

    private static void assertAlike(Map<String, String> seen) {
        assertThat(seen.values()).allSatisfy(page -> assertThat(page).isEqualTo(seen.get("nobody")));
    }
}

package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Own words for other mails than the welcome, and values that want to be more than words. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class OtherMailTemplatesIT {
    private static final String RIVERSIDE = "atrium/projects/riverside/mail-templates/";

    private final Wording worded = new Wording();

    @AfterEach
    void gone() {
        worded.close();
    }

    @Nested
    class Given_an_invitation_in_a_projects_own_words {
        @Test
        void who_is_invited_gets_it_in_the_language_of_the_invitation() {
            worded.save(
                    RIVERSIDE + "invitation/de",
                    Wording.template(
                            "Komm zu ${projectName}", "${words} – ${profileReference}: ${link} (${linkExpiration})"));
            ObjectNode invitation = Admin.JSON
                    .createObjectNode()
                    .put("email", "hal@example.org")
                    .put("project", "riverside")
                    .put("profile", "Practitioner/hal")
                    .put("policy", "reader")
                    .put("language", "de")
                    .put("words", "Bis ${1+1} Uhr <b>");
            Answer answer = worded.realm.admin().post("atrium/invitations", invitation);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            ReceivedMail mail = worded.mails.await("hal@example.org");
            assertThat(mail.subject()).isEqualTo("Komm zu Project riverside");
            assertThat(mail.text())
                    .startsWith("Bis ${1+1} Uhr <b> – Practitioner/hal: http")
                    .contains("UTC)");
        }
    }

    @Nested
    class Given_a_language_that_there_is_not {
        @Test
        void no_template_has_it() {
            assertThat(worded.realm
                            .admin()
                            .put("atrium/mail-templates/welcome/xx", Wording.template("s", "t"))
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void nobody_is_invited_in_it() {
            ObjectNode invitation = TestRealm.membershipBody("riverside", "", "Practitioner/hal", "reader");
            invitation.remove("user");
            invitation.put("email", "hal@example.org").put("language", "xx");
            assertThat(Refusal.of(worded.realm.admin().post("atrium/invitations", invitation)))
                    .isEqualTo(new Refusal(400, "invalid_field", "language"));
        }
    }

    @Nested
    class Given_a_mail_of_Keycloaks_own {
        @Test
        void it_has_the_realms_words_too() {
            worded.save(
                    "atrium/mail-templates/email-verification/en",
                    Wording.template("Is it you, ${recipientName}?", "Until ${linkExpiration}: ${link}")
                            .put("html", "<a href=\"${link}\">Yes</a>"));
            String ann = worded.person("ann", "en");
            worded.realm.admin().put("users/" + ann + "/send-verify-email", Admin.JSON.createObjectNode());
            ReceivedMail mail = worded.mails.await("ann@example.org");
            assertThat(mail.subject()).isEqualTo("Is it you, Ann User?");
            assertThat(mail.text())
                    .matches("(?s)Until [A-Z][a-z]+ \\d+, 20\\d\\d.* UTC: http.*/login-actions/action-token.*");
            assertThat(mail.html()).startsWith("<a href=\"http");
        }

        @ParameterizedTest
        @ValueSource(strings = {"preview", "test"})
        void nobody_can_look_at_it_before_it_is_worded(String action) {
            Answer answer = worded.realm
                    .admin()
                    .post(
                            RIVERSIDE + "password-reset/en/" + action,
                            Admin.JSON.createObjectNode().put("address", "you@example.org"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("message")).contains("send 'subject' and 'text' in the body");
        }

        @Test
        void a_project_that_invites_has_words_of_its_own() {
            worded.save(
                    RIVERSIDE + "org-invite/en", Wording.template("Join ${projectName} (${projectAlias})", "${link}"));
            String organization = worded.realm
                    .admin()
                    .read("organizations?search=riverside")
                    .path(0)
                    .path("id")
                    .asText();
            Answer answer = worded.realm
                    .admin()
                    .send(
                            "POST",
                            "organizations/" + organization + "/members/invite-user",
                            "application/x-www-form-urlencoded",
                            BodyPublishers.ofString("email=gus%40riverside.example"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
            assertThat(worded.mails.await("gus@riverside.example").subject())
                    .isEqualTo("Join Project riverside (riverside)");
        }
    }

    @Nested
    class Given_a_name_that_wants_to_be_more {
        private static final String LABEL = "<b onload=x>${realmName}</b> [=x] ${1+1}";

        @Test
        void it_is_a_name() {
            String words = "${profileLabel}";
            worded.save(
                    "atrium/mail-templates/welcome/en",
                    Wording.template(words, words).put("html", "<p>" + words + "</p>"));
            worded.person("ann", "en");
            worded.realm.membership(TestRealm.membershipBody("lakeside", "ann", "Practitioner/ann", "reader")
                    .put("label", LABEL));
            ReceivedMail mail = worded.mails.await("ann@example.org");
            assertThat(mail.subject()).contains(LABEL);
            assertThat(mail.text()).contains(LABEL);
            assertThat(Jsoup.parse(mail.html()).text()).contains(LABEL);
        }
    }
}

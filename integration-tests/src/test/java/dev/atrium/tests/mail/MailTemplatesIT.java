package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails in the own words of a realm and its projects; follows docs/mail-templates.md. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class MailTemplatesIT {
    private static final String RIVERSIDE = "atrium/projects/riverside/mail-templates/";

    private final Wording worded = new Wording();

    @AfterEach
    void gone() {
        worded.close();
    }

    @Nested
    class Given_a_welcome_mail_in_a_projects_own_words {
        @BeforeEach
        void saved() {
            save(
                    RIVERSIDE + "welcome/en",
                    Wording.template("Welcome aboard, ${recipientName}", "Sign in: ${signInUrl}"));
            save(
                    RIVERSIDE + "welcome/de",
                    Wording.template("Willkommen an Bord, ${recipientName}", "Hier anmelden: ${signInUrl}")
                            .put("html", "<p style=\"color: ${colour}\">Guten Tag ${recipientName}</p>"));
        }

        @Test
        void people_get_it_in_their_language() {
            worded.welcome("ann", "de", "riverside");
            worded.welcome("bob", "en", "riverside");
            ReceivedMail german = worded.mails.await("ann@example.org");
            assertThat(german.subject()).isEqualTo("Willkommen an Bord, Ann User");
            assertThat(german.text()).contains("Hier anmelden: http");
            assertThat(german.html()).contains("<p style=\"color:#00665c\">Guten Tag Ann User</p>");
            assertThat(worded.mails.await("bob@example.org").subject()).isEqualTo("Welcome aboard, Bob User");
        }

        @Test
        void people_of_other_languages_get_it_in_the_realms_default_language() {
            worded.welcome("zoe", "fr", "riverside");
            assertThat(worded.mails.await("zoe@example.org").subject()).isEqualTo("Welcome aboard, Zoe User");
        }

        @Test
        void people_of_other_projects_get_the_realms_words_or_the_themes() {
            worded.welcome("cem", "en", "lakeside");
            assertThat(worded.mails.await("cem@example.org").subject()).isEqualTo("Welcome to Project lakeside");
            save("atrium/mail-templates/welcome/en", Wording.template("Hello from ${realmName}", "Hello"));
            worded.welcome("dan", "en", "lakeside");
            assertThat(worded.mails.await("dan@example.org").subject()).isEqualTo("Hello from " + worded.realm.name());
            worded.welcome("eva", "en", "riverside");
            assertThat(worded.mails.await("eva@example.org").subject()).isEqualTo("Welcome aboard, Eva User");
        }

        @Test
        void it_is_the_themes_again_when_it_is_deleted() {
            assertThat(worded.realm.admin().delete(RIVERSIDE + "welcome/en").status())
                    .isEqualTo(204);
            assertThat(worded.realm.admin().delete(RIVERSIDE + "welcome/en").status())
                    .isEqualTo(404);
            worded.welcome("fay", "en", "riverside");
            assertThat(worded.mails.await("fay@example.org").subject()).isEqualTo("Welcome to Project riverside");
        }

        @Test
        void a_preview_shows_it_with_sample_data() {
            JsonNode preview =
                    worded.realm.admin().post(RIVERSIDE + "welcome/de/preview").json();
            assertThat(preview.path("origin").asText()).isEqualTo("project");
            assertThat(preview.path("subject").asText()).isEqualTo("Willkommen an Bord, Ada Lovelace");
            assertThat(preview.path("html").asText()).contains("Guten Tag Ada Lovelace");
        }

        @Test
        void a_test_arrives_and_says_that_it_is_one() {
            ObjectNode to = Admin.JSON.createObjectNode().put("address", "me@example.org");
            Answer answer = worded.realm.admin().post(RIVERSIDE + "welcome/de/test", to);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            ReceivedMail test = worded.mails.await("me@example.org");
            assertThat(test.subject()).isEqualTo("[Test] Willkommen an Bord, Ada Lovelace");
            assertThat(test.id()).contains(answer.text("id"));
            assertThat(worded.realm
                            .admin()
                            .read("atrium/outbox/" + answer.text("id"))
                            .path("topic")
                            .asText())
                    .isEqualTo("test-welcome");
        }
    }

    @Nested
    class Given_words_that_fail_when_the_mail_is_written {
        @Test
        void the_themes_are_sent() {
            save(RIVERSIDE + "welcome/en", Wording.template("Welcome aboard", "${recipientName} ".repeat(500)));
            String ann = worded.person("ann", "en");
            ObjectNode longName = Admin.JSON.createObjectNode().put("firstName", "A".repeat(200));
            assertThat(worded.realm.admin().put("users/" + ann, longName).status())
                    .isEqualTo(204);
            worded.member("ann", "riverside");
            ReceivedMail mail = worded.mails.await("ann@example.org");
            assertThat(mail.subject()).isEqualTo("Welcome to Project riverside");
            assertThat(mail.text()).contains("A".repeat(200));
        }
    }

    @Nested
    class Given_words_that_are_not_saved {
        @Test
        void a_preview_shows_a_draft() {
            JsonNode preview = worded.realm
                    .admin()
                    .post(RIVERSIDE + "invitation/fr/preview", Wording.template("Bonjour", "« ${words} »"))
                    .json();
            assertThat(preview.path("origin").asText()).isEqualTo("draft");
            assertThat(preview.path("text").asText()).isEqualTo("« À lundi\u00a0! »");
        }

        @Test
        void a_preview_shows_what_the_theme_says() {
            JsonNode preview =
                    worded.realm.admin().post(RIVERSIDE + "welcome/de/preview").json();
            assertThat(preview.path("origin").asText()).isEqualTo("theme");
            assertThat(preview.path("subject").asText()).contains("Project riverside");
        }
    }

    private void save(String path, ObjectNode template) {
        worded.save(path, template);
    }
}

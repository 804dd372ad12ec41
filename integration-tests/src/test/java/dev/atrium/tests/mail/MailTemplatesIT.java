package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails in the own words of a realm and its projects; follows docs/mail-templates.md. */
@ExtendWith(AtriumServer.class)
class MailTemplatesIT {
    private static final String RIVERSIDE = "atrium/projects/riverside/mail-templates/";

    private final MailServer mails = MailServer.start();
    private TestRealm realm;

    @BeforeEach
    void a_realm_in_two_languages() {
        realm = TestRealm.create().mailsTo(mails);
        ObjectNode languages = Admin.JSON.createObjectNode();
        languages.put("internationalizationEnabled", true).put("defaultLocale", "en");
        languages.putArray("supportedLocales").add("en").add("de").add("fr");
        realm.admin().put("", languages);
        realm.project("riverside");
        realm.project("lakeside");
        realm.policy("reader", "user/*.rs");
    }

    @AfterEach
    void gone() {
        realm.close();
        mails.close();
    }

    @Nested
    class Given_a_welcome_mail_in_a_projects_own_words {
        @BeforeEach
        void saved() {
            save(RIVERSIDE + "welcome/en", template("Welcome aboard, ${recipientName}", "Sign in: ${signInUrl}"));
            save(
                    RIVERSIDE + "welcome/de",
                    template("Willkommen an Bord, ${recipientName}", "Hier anmelden: ${signInUrl}")
                            .put("html", "<p style=\"color: ${colour}\">Guten Tag ${recipientName}</p>"));
        }

        @Test
        void people_get_it_in_their_language() {
            welcome("ann", "de", "riverside");
            welcome("bob", "en", "riverside");
            ReceivedMail german = mails.await("ann@example.org");
            assertThat(german.subject()).isEqualTo("Willkommen an Bord, Ann User");
            assertThat(german.text()).contains("Hier anmelden: http");
            assertThat(german.html()).contains("<p style=\"color: #00665c\">Guten Tag Ann User</p>");
            assertThat(mails.await("bob@example.org").subject()).isEqualTo("Welcome aboard, Bob User");
        }

        @Test
        void people_of_other_languages_get_it_in_the_realms_default_language() {
            welcome("zoe", "fr", "riverside");
            assertThat(mails.await("zoe@example.org").subject()).isEqualTo("Welcome aboard, Zoe User");
        }

        @Test
        void people_of_other_projects_get_the_realms_words_or_the_themes() {
            welcome("cem", "en", "lakeside");
            assertThat(mails.await("cem@example.org").subject()).isEqualTo("Welcome to Project lakeside");
            save("atrium/mail-templates/welcome/en", template("Hello from ${realmName}", "Hello"));
            welcome("dan", "en", "lakeside");
            assertThat(mails.await("dan@example.org").subject()).isEqualTo("Hello from " + realm.name());
            welcome("eva", "en", "riverside");
            assertThat(mails.await("eva@example.org").subject()).isEqualTo("Welcome aboard, Eva User");
        }

        @Test
        void it_is_the_themes_again_when_it_is_deleted() {
            assertThat(realm.admin().delete(RIVERSIDE + "welcome/en").status()).isEqualTo(204);
            assertThat(realm.admin().delete(RIVERSIDE + "welcome/en").status()).isEqualTo(404);
            welcome("fay", "en", "riverside");
            assertThat(mails.await("fay@example.org").subject()).isEqualTo("Welcome to Project riverside");
        }

        @Test
        void a_preview_shows_it_with_sample_data() {
            JsonNode preview =
                    realm.admin().post(RIVERSIDE + "welcome/de/preview").json();
            assertThat(preview.path("origin").asText()).isEqualTo("project");
            assertThat(preview.path("subject").asText()).isEqualTo("Willkommen an Bord, Ada Lovelace");
            assertThat(preview.path("html").asText()).contains("Guten Tag Ada Lovelace");
        }

        @Test
        void a_test_arrives_and_says_that_it_is_one() {
            ObjectNode to = Admin.JSON.createObjectNode().put("address", "me@example.org");
            Answer answer = realm.admin().post(RIVERSIDE + "welcome/de/test", to);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            ReceivedMail test = mails.await("me@example.org");
            assertThat(test.subject()).isEqualTo("[Test] Willkommen an Bord, Ada Lovelace");
            assertThat(test.id()).contains(answer.text("id"));
            assertThat(realm.admin()
                            .read("atrium/outbox/" + answer.text("id"))
                            .path("topic")
                            .asText())
                    .isEqualTo("test-welcome");
        }
    }

    @Nested
    class Given_words_that_are_not_saved {
        @Test
        void a_preview_shows_a_draft() {
            JsonNode preview = realm.admin()
                    .post(RIVERSIDE + "invitation/fr/preview", template("Bonjour", "« ${words} »"))
                    .json();
            assertThat(preview.path("origin").asText()).isEqualTo("draft");
            assertThat(preview.path("text").asText()).isEqualTo("« See you on Monday! »");
        }

        @Test
        void a_preview_shows_what_the_theme_says() {
            JsonNode preview =
                    realm.admin().post(RIVERSIDE + "welcome/de/preview").json();
            assertThat(preview.path("origin").asText()).isEqualTo("theme");
            assertThat(preview.path("subject").asText()).contains("Project riverside");
        }
    }

    @Nested
    class Given_a_mail_of_Keycloaks_own {
        @Test
        void it_has_the_realms_words_too() {
            save(
                    "atrium/mail-templates/email-verification/en",
                    template("Is it you, ${recipientName}?", "Within ${linkExpiration}: ${link}")
                            .put("html", "<a href=\"${link}\">Yes</a>"));
            String ann = person("ann", "en");
            realm.admin().put("users/" + ann + "/send-verify-email", Admin.JSON.createObjectNode());
            ReceivedMail mail = mails.await("ann@example.org");
            assertThat(mail.subject()).isEqualTo("Is it you, Ann User?");
            assertThat(mail.text()).startsWith("Within 12 hours: http").contains("/login-actions/action-token");
            assertThat(mail.html()).startsWith("<a href=\"http");
        }

        @Test
        void a_project_that_invites_has_words_of_its_own() {
            save(RIVERSIDE + "org-invite/en", template("Join ${projectName} (${projectAlias})", "${link}"));
            String organization = realm.admin()
                    .read("organizations?search=riverside")
                    .path(0)
                    .path("id")
                    .asText();
            Answer answer = realm.admin()
                    .send(
                            "POST",
                            "organizations/" + organization + "/members/invite-user",
                            "application/x-www-form-urlencoded",
                            BodyPublishers.ofString("email=gus%40riverside.example"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
            assertThat(mails.await("gus@riverside.example").subject()).isEqualTo("Join Project riverside (riverside)");
        }
    }

    @Nested
    class Given_a_name_that_wants_to_be_more {
        private static final String LABEL = "<b onload=x>${realmName}</b> [=x] ${1+1}";

        @Test
        void it_is_a_name() {
            String words = "${profileLabel}";
            save("atrium/mail-templates/welcome/en", template(words, words).put("html", "<p>" + words + "</p>"));
            person("ann", "en");
            realm.membership(TestRealm.membershipBody("lakeside", "ann", "Practitioner/ann", "reader")
                    .put("label", LABEL));
            ReceivedMail mail = mails.await("ann@example.org");
            assertThat(mail.subject()).contains(LABEL);
            assertThat(mail.text()).contains(LABEL);
            assertThat(mail.html()).contains("&lt;b onload=x&gt;${realmName}&lt;/b&gt; [=x] ${1+1}");
        }
    }

    private void welcome(String username, String language, String project) {
        person(username, language);
        member(username, project);
    }

    private String person(String username, String language) {
        String id = realm.user(username);
        ObjectNode user = (ObjectNode) realm.admin().read("users/" + id);
        user.put("firstName", username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1));
        user.putObject("attributes").putArray("locale").add(language);
        assertThat(realm.admin().put("users/" + id, user).status()).isEqualTo(204);
        return id;
    }

    private void member(String username, String project) {
        realm.membership(TestRealm.membershipBody(project, username, "Practitioner/" + username, "reader"));
    }

    private void save(String path, ObjectNode template) {
        Answer answer = realm.admin().put(path, template);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static ObjectNode template(String subject, String text) {
        return Admin.JSON.createObjectNode().put("subject", subject).put("text", text);
    }
}

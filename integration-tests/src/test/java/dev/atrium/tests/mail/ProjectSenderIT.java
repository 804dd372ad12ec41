package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A project's mails come from its own sender, in its own look, by its own mail server. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class ProjectSenderIT {
    private final MailServer realms = MailServer.start();
    private final MailServer projects = MailServer.start();
    private TestRealm realm;
    private String riverside;

    @BeforeEach
    void a_realm_with_two_projects() {
        realm = TestRealm.create().mailsTo(realms);
        riverside = realm.project("riverside");
        realm.project("lakeside");
        realm.policy("reader", "user/*.rs");
    }

    @AfterEach
    void gone() {
        realm.close();
        realms.close();
        projects.close();
    }

    @Nested
    class Given_a_mail_server_of_its_own {
        @BeforeEach
        void set() {
            settings(server());
        }

        @Test
        void its_mails_go_by_it_and_others_by_the_realms() {
            welcome("ann", "riverside");
            assertThat(projects.await("ann@example.org").from().getAddress()).isEqualTo("mail@riverside.example");
            welcome("bob", "lakeside");
            assertThat(realms.await("bob@example.org").from().getAddress()).isEqualTo("atrium@example.org");
            assertThat(realms.mailsTo("ann@example.org")).isEmpty();
            assertThat(sender().path("server").asText()).isEqualTo("project");
            assertThat(sender().path("problems")).isEmpty();
        }

        @Test
        void its_mails_wait_while_it_is_down_and_hold_up_no_others() {
            projects.stop();
            welcome("ann", "riverside");
            welcome("bob", "lakeside");
            realms.await("bob@example.org");
            assertThat(realms.mailsTo("ann@example.org")).isEmpty();
            projects.restart();
            projects.await("ann@example.org");
            assertThat(projects.mailsTo("ann@example.org")).hasSize(1);
        }
    }

    @Nested
    class Given_a_mail_server_of_its_own_that_takes_thirty_seconds_for_each_of_twenty_mails {
        private final AtomicInteger underWay = new AtomicInteger();

        @BeforeEach
        void busy() {
            settings(server());
            projects.thinksFor(Duration.ofSeconds(30).toMillis());
            projects.asks(moment -> underWay.addAndGet(moment == MailServer.Moment.CONNECTED ? 1 : 0) > 0);
            IntStream.range(0, 20).forEach(i -> welcome("ann-" + i, "riverside"));
            Eventually.holds(() -> underWay.get() > 0, () -> "nothing goes to it");
        }

        @Test
        void mails_by_the_realms_arrive_within_seconds() {
            welcome("bob", "lakeside");
            assertThat(Eventually.comes(() -> !realms.mailsTo("bob@example.org").isEmpty(), Duration.ofSeconds(10)))
                    .isTrue();
            assertThat(underWay).hasValueLessThanOrEqualTo(2);
        }
    }

    @Nested
    class Given_a_mail_server_that_cannot_be_used {
        @Test
        void an_incomplete_one_is_passed_by_and_that_is_told() {
            Map<String, String> incomplete = new HashMap<>(server());
            incomplete.remove("atrium.smtp.from");
            incomplete.put("atrium.mail.sender-name", "Riverside Clinic");
            settings(incomplete);
            welcome("ann", "riverside");
            ReceivedMail mail = realms.await("ann@example.org");
            assertThat(mail.from().toUnicodeString()).isEqualTo("Riverside Clinic <atrium@example.org>");
            assertThat(sender().path("server").asText()).isEqualTo("realm");
            assertThat(sender().path("problems").findValuesAsText("setting")).containsExactly("atrium.smtp.from");
            Eventually.holds(() -> message("ann").path("state").asText().equals("sent"), () -> "" + message("ann"));
            assertThat(message("ann").path("problem").asText()).contains("realm's mail server", "atrium.smtp.from");
        }

        @Test
        void a_password_must_be_in_the_vault() {
            Map<String, String> login = new HashMap<>(server());
            login.put("atrium.smtp.user", "riverside");
            login.put("atrium.smtp.password", "${vault.atrium-smtp-" + riverside + "}");
            settings(login);
            welcome("ann", "riverside");
            realms.await("ann@example.org");
            assertThat(sender().path("problems").findValuesAsText("setting")).containsExactly("atrium.smtp.password");
        }
    }

    @Nested
    class Given_a_realm_without_a_mail_server {
        @Test
        void a_project_with_one_sends_its_mails() {
            ObjectNode none = Admin.JSON.createObjectNode();
            none.putObject("smtpServer");
            realm.admin().put("", none);
            settings(server());
            welcome("ann", "riverside");
            projects.await("ann@example.org");
        }
    }

    @Nested
    class Given_a_sender_and_a_look {
        @Test
        void its_mails_have_them() {
            realm.admin().put("", Admin.JSON.createObjectNode().put("emailTheme", "atrium"));
            settings(Map.of(
                    "atrium.mail.sender-name", "Klinik „Flußufer“, Abt. 3",
                    "atrium.mail.reply-to", "help@riverside.example",
                    "atrium.mail.logo", "https://riverside.example/logo.png",
                    "atrium.mail.colour", "#ffcc00"));
            welcome("ann", "riverside");
            ReceivedMail mail = realms.await("ann@example.org");
            assertThat(mail.from().getPersonal()).isEqualTo("Klinik „Flußufer“, Abt. 3");
            assertThat(mail.replyTo().getAddress()).isEqualTo("help@riverside.example");
            assertThat(mail.html())
                    .contains(
                            "https://riverside.example/logo.png",
                            "Klinik „Flußufer“",
                            sender().path("colour").asText())
                    .doesNotContain("#ffcc00");
        }

        @Test
        void a_name_begins_no_header() {
            settings(Map.of("atrium.mail.sender-name", "Riverside\r\nBcc: all@example.org"));
            welcome("ann", "riverside");
            assertThat(realms.await("ann@example.org").raw()).doesNotContain("\r\nBcc:");
            assertThat(sender().path("problems").findValuesAsText("setting"))
                    .containsExactly("atrium.mail.sender-name");
        }

        @Test
        void own_templates_may_name_them() {
            settings(Map.of("atrium.mail.colour", "#123456", "atrium.mail.logo", "https://riverside.example/a.png"));
            ObjectNode template = Admin.JSON
                    .createObjectNode()
                    .put("subject", "${brandName}")
                    .put("text", "${projectName}")
                    .put("html", "<img src=\"${logoUrl}\" alt=\"\"><b style=\"color: ${colour}\">${brandName}</b>");
            realm.admin().put("atrium/mail-templates/welcome/en", template);
            welcome("ann", "riverside");
            ReceivedMail mail = realms.await("ann@example.org");
            assertThat(mail.subject()).isEqualTo("Project riverside");
            assertThat(mail.html())
                    .contains("<img src=\"https://riverside.example/a.png\" alt=\"\" /><b style=\"color:#123456\">");
        }
    }

    private Map<String, String> server() {
        return Map.of(
                "atrium.smtp.host", "localhost",
                "atrium.smtp.port", String.valueOf(projects.port()),
                "atrium.smtp.encryption", "none",
                "atrium.smtp.from", "mail@riverside.example");
    }

    private void settings(Map<String, String> attributes) {
        ObjectNode organization = (ObjectNode) realm.admin().read("organizations/" + riverside);
        ObjectNode all = organization.putObject("attributes");
        attributes.forEach((name, value) -> all.putArray(name).add(value));
        assertThat(realm.admin().put("organizations/" + riverside, organization).status())
                .isEqualTo(204);
    }

    private JsonNode sender() {
        return realm.admin().read("atrium/projects/riverside/mail-sender");
    }

    private JsonNode message(String username) {
        return realm.admin()
                .read("atrium/outbox?recipient=" + username + "@example.org")
                .path(0);
    }

    private void welcome(String username, String project) {
        realm.user(username);
        realm.membership(TestRealm.membershipBody(project, username, "Practitioner/" + username, "reader"));
    }
}

package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.server.OwnServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the operator of a server decides about its mails, and what comes with it. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class OperatorSettingsIT {
    private final MailServer realms = MailServer.start();
    private final MailServer projects = MailServer.start();
    private OwnServer server;
    private People people;

    @BeforeAll
    void a_server_of_our_own() {
        server = OwnServer.on(
                TestPostgres.start(),
                Map.of(
                        "KC_SPI_ATRIUM_DELIVERY__MAIL__PROJECT_SERVERS",
                        "false",
                        "KC_SPI_ATRIUM_OUTBOX__JPA__KEEP_DAYS",
                        "20",
                        "KC_SPI_ATRIUM_OUTBOX__JPA__FORGETTING_SECONDS",
                        "1"));
        people = new People(server);
        people.mailsTo(realms);
    }

    @AfterAll
    void gone() {
        server.close();
        realms.close();
        projects.close();
    }

    @Nested
    class Given_that_projects_may_not_have_mail_servers {
        @Test
        void a_projects_mails_go_by_the_realms_and_that_is_told() {
            people.projectSays(Map.of(
                    "atrium.smtp.host", "localhost",
                    "atrium.smtp.port", String.valueOf(projects.port()),
                    "atrium.smtp.encryption", "none",
                    "atrium.smtp.from", "mail@riverside.example"));
            people.sendTest("ann@example.org");
            assertThat(realms.await("ann@example.org").from().getAddress()).isEqualTo("atrium@example.org");
            assertThat(projects.mails()).isEmpty();
            JsonNode sender = people.read("atrium/projects/riverside/mail-sender");
            assertThat(sender.path("server").asText()).isEqualTo("realm");
            assertThat(sender.path("problems").findValuesAsText("setting")).containsExactly("atrium.smtp.host");
        }
    }

    @Nested
    class Given_that_messages_are_kept_for_twenty_days {
        @Test
        void they_are_there_until_then_and_gone_afterwards() {
            String address = people.sendVerification(server, people.person());
            realms.await(address);
            Eventually.holds(() -> people.count("state=sent&recipient=" + address) == 1, () -> "not sent");
            server.clockAhead(Duration.ofDays(19));
            String later = people.sendVerification(server, people.person());
            realms.await(later);
            assertThat(people.count("recipient=" + address)).isEqualTo(1);
            server.clockAhead(Duration.ofDays(21));
            Eventually.holds(() -> people.count("recipient=" + address) == 0, () -> "still remembered");
            assertThat(people.count("recipient=" + later)).isEqualTo(1);
        }
    }

    @Nested
    class Given_a_theme_that_cannot_write_a_mail {
        @Test
        void the_mail_goes_in_the_look_of_the_pack() {
            people.realmSays(Admin.JSON.createObjectNode().put("emailTheme", "torn"));
            String name = people.person();
            people.joins(name);
            ReceivedMail mail = realms.await(name + "@example.org");
            assertThat(mail.subject()).isEqualTo("Welcome to Riverside Clinic");
            assertThat(mail.html()).contains("</html>");
            people.realmSays(Admin.JSON.createObjectNode().put("emailTheme", "atrium"));
        }
    }
}

package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.store.TestPostgres;
import dev.atrium.tests.server.OwnServer;
import dev.atrium.tests.server.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A project's mail server that needs a password from Keycloak's vault, and that is down for an hour. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class ProjectServerIT {
    private static final String PASSWORD = "correct horse battery staple";

    private final MailServer realms = MailServer.start();
    private final MailServer projects = MailServer.start();
    private OwnServer server;
    private People people;

    @BeforeAll
    void a_server_with_a_vault() throws IOException {
        Path vault = Scratch.directory("vault");
        server = OwnServer.on(TestPostgres.start(), Map.of("KC_VAULT", "file", "KC_VAULT_DIR", vault.toString()));
        people = new People(server);
        people.mailsTo(realms);
        String entry = "atrium-smtp-"
                + people.read("organizations?search=riverside")
                        .path(0)
                        .path("id")
                        .asText();
        Files.writeString(vault.resolve("atrium_" + entry), PASSWORD);
        projects.knows("riverside", PASSWORD);
        people.projectSays(Map.of(
                "atrium.smtp.host", "localhost",
                "atrium.smtp.port", String.valueOf(projects.port()),
                "atrium.smtp.encryption", "none",
                "atrium.smtp.from", "mail@riverside.example",
                "atrium.smtp.user", "riverside",
                "atrium.smtp.password", "${vault." + entry + "}"));
    }

    @AfterAll
    void gone() {
        server.close();
        realms.close();
        projects.close();
    }

    @Test
    void mails_go_by_it_with_the_password_from_the_vault_and_after_an_hour_in_which_it_is_down_by_the_realms() {
        people.sendTest("ann@example.org");
        projects.await("ann@example.org");

        projects.stop();
        people.sendTest("bob@example.org");
        server.clockAhead(Duration.ofMinutes(50));
        assertThat(realms.mails()).isEmpty();
        server.clockAhead(Duration.ofMinutes(90));
        assertThat(realms.await("bob@example.org").from().getAddress()).isEqualTo("atrium@example.org");
        assertThat(projects.mailsTo("bob@example.org")).isEmpty();
        Eventually.holds(() -> people.count("state=sent&recipient=bob@example.org") == 1, () -> "not sent");
        assertThat(people.read("atrium/outbox?recipient=bob@example.org")
                        .path(0)
                        .path("problem")
                        .asText())
                .contains("realm's mail server");
        assertThat(people.read("atrium/outbox?recipient=ann@example.org")
                        .path(0)
                        .has("problem"))
                .isFalse();
    }
}

package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.docs.Shell;
import dev.atrium.tests.mail.MailServer.Mood;
import dev.atrium.tests.server.AtriumServer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/outbox.md} that need a message do what the page says. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class OutboxDocsIT {
    private static final String ANN = "ann@example.org";

    private final MailServer mails = MailServer.start();
    private TestRealm realm;
    private String ann;

    @TempDir
    Path directory;

    @BeforeEach
    void a_realm_with_a_mail_server() {
        realm = TestRealm.create().mailsTo(mails);
        ann = realm.user("ann");
    }

    @AfterEach
    void gone() {
        realm.close();
        mails.close();
    }

    @Nested
    class Given_a_mail_that_was_sent {
        @Test
        void goes_again() {
            type("resend", await("sent"));

            Eventually.holds(() -> mails.mailsTo(ANN).size() == 2, () -> "not sent again");
        }
    }

    @Nested
    class Given_a_mail_that_waits {
        @Test
        void is_cancelled() {
            mails.mood(Mood.REFUSES);
            String id = await("waiting");

            type("cancel", id);

            assertThat(realm.admin().read("atrium/outbox/" + id).path("state").asText())
                    .isEqualTo("cancelled");
        }
    }

    @Nested
    class Given_a_mail_that_failed {
        @Test
        void is_deleted_and_counted() {
            mails.mood(Mood.KNOWS_NOBODY);
            String id = await("failed");

            assertThat(type("purge", id)).containsPattern("\"deleted\" *: *1\\b");
            assertThat(realm.admin().get("atrium/outbox/" + id).status()).isEqualTo(404);
        }
    }

    /** Sends a mail and waits until this became of it; gives the message's id. */
    private String await(String state) {
        assertThat(realm.admin()
                        .put("users/" + ann + "/send-verify-email", Admin.JSON.createObjectNode())
                        .status())
                .isEqualTo(204);
        return Eventually.get(
                () -> Optional.ofNullable(realm.admin()
                                .read("atrium/outbox?state=" + state)
                                .get(0))
                        .filter(message -> message.path("attempts").asInt() > 0)
                        .map(OutboxDocsIT::id),
                () -> realm.admin().read("atrium/outbox").toString());
    }

    private static String id(JsonNode message) {
        return message.path("id").asText();
    }

    /** Types the line of the page's block that has this word, with the id of a message. */
    private String type(String word, String id) {
        String line = Example.beginning("outbox.md", "kcadm.sh create atrium/outbox/$ID/resend")
                .lines()
                .filter(command -> command.contains(word))
                .findFirst()
                .orElseThrow();
        return new Shell(directory, realm).types(Example.toSignIn(), "ID=" + id, line);
    }
}

package dev.atrium.tests.webhook;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.docs.Shell;
import dev.atrium.tests.server.AtriumServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/webhooks.md} do what the page says. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class WebhookDocsIT {
    private static final String PAGE = "webhooks.md";

    private final WebhookReceiver receiver = WebhookReceiver.start();
    private TestRealm realm;
    private TestWebhook webhook;
    private ReceivedWebhook received;

    @BeforeEach
    void a_webhook_that_arrived() {
        realm = TestRealm.create();
        realm.project("riverside");
        realm.user("alice");
        realm.policy("clinician", "user/*.rs");
        webhook = TestWebhook.of(realm.admin(), receiver, "membership.*");
        ObjectNode membership = membershipBody("riverside", "alice", "Practitioner/alice", "clinician");
        realm.membership(membership.put("externalId", "4711"));
        received = receiver.await("membership.created");
        realm.nothingWaits();
    }

    @AfterEach
    void gone() {
        realm.close();
        receiver.close();
    }

    @Nested
    class Given_the_message_that_it_shows {
        private final String example = Example.beginning(PAGE, "{");

        @Test
        void fits_the_schema() {
            Schemas.assertFits(new ReceivedWebhook(Map.of(), example));
        }

        @Test
        void has_the_fields_of_one_that_arrives_and_no_others() {
            assertThat(fields(Admin.parse(example))).isEqualTo(fields(received.json()));
            assertThat(fields(Admin.parse(example).path("data")))
                    .isEqualTo(fields(received.json().path("data")));
        }

        private static List<String> fields(JsonNode json) {
            return json.properties().stream().map(Map.Entry::getKey).toList();
        }
    }

    @Nested
    class Given_its_commands {
        @TempDir
        Path directory;

        @Test
        void test_the_receiver_and_send_a_message_again() {
            String printed = type(Example.beginning(PAGE, "curl \"$API/webhooks/$ID/test\""));

            assertThat(printed).containsPattern("\"delivered\" *: *true");
            realm.nothingWaits();
            assertThat(receiver.taken("membership.created"))
                    .extracting(ReceivedWebhook::id)
                    .containsExactly(received.id(), received.id());
        }

        @Test
        void change_the_secret_and_show_it() {
            String printed = type(Example.beginning(PAGE, "curl \"$API/webhooks/$ID/rotate-secret\""));

            assertThat(printed).contains("whsec_").doesNotContain(webhook.secret());
        }

        private String type(String block) {
            String message =
                    realm.admin().list("atrium/outbox?channel=webhook", "id").get(0);
            return new Shell(directory, realm)
                    .types(Example.toSignIn(), "ID=" + webhook.id(), "MESSAGE=" + message, block);
        }
    }
}

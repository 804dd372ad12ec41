package dev.atrium.tests.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestInvitation;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.OwnServer;
import dev.atrium.tests.server.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Webhooks over hours and days, on a server whose clock is moved and which has a vault. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class WebhookClockIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Path vault = Scratch.directory("vault");
    private OwnServer server;
    private WebhookReceiver receiver;
    private String subscription = "";
    private Duration ahead = Duration.ZERO;

    @BeforeAll
    void a_server_of_our_own() {
        server = OwnServer.on(
                TestPostgres.start(),
                Map.of(
                        "KC_VAULT",
                        "file",
                        "KC_VAULT_DIR",
                        vault.toString(),
                        "KC_SPI_REALM_RESTAPI_EXTENSION__ATRIUM__INVITATION_CHECK_SECONDS",
                        "1"));
    }

    @AfterAll
    void gone() {
        server.close();
    }

    @BeforeEach
    void somebody_listens() throws IOException {
        Files.writeString(vault.resolve("atrium_webhook"), SECRET);
        receiver = WebhookReceiver.start();
    }

    @AfterEach
    void nobody_listens() {
        server.admin("DELETE", "atrium/webhooks/" + subscription, Admin.JSON.createObjectNode(), 204);
        receiver.close();
    }

    @Nested
    class Given_an_invitation {
        @Test
        void tells_that_it_is_over() {
            subscribe(TestWebhook.body(receiver.url(), "invitation.expired"));
            policy("clinician");
            JsonNode invited = server.admin("POST", "atrium/invitations", TestInvitation.forOneDay(), 201);
            pass(Duration.ofDays(2));
            ReceivedWebhook told = receiver.await("invitation.expired");
            Schemas.assertFits(told);
            assertThat(told.data("invitationId")).isEqualTo(invited.path("id").asText());
            assertThat(told.text()).doesNotContain("somebody");
        }
    }

    @Nested
    class Given_a_secret_in_the_vault {
        @Test
        void signs_with_it() {
            subscribe(TestWebhook.body(receiver.url(), "policy.created").put("secret", "${vault.webhook}"));
            policy("signed");
            ReceivedWebhook told = receiver.await("policy.created");
            assertThat(told.signatures()).containsExactly(told.signedWith(SECRET));
        }

        @Test
        void waits_while_the_vault_does_not_have_it() throws IOException {
            subscribe(TestWebhook.body(receiver.url(), "policy.created").put("secret", "${vault.later}"));
            policy("waiting");
            Eventually.holds(
                    () -> message().path("problem").asText().contains("vault"), () -> "no word of it: " + message());
            assertThat(receiver.taken()).isEmpty();
            Files.writeString(vault.resolve("atrium_later"), SECRET);
            pass(Duration.ofMinutes(1));
            ReceivedWebhook told = receiver.await("policy.created");
            assertThat(told.signatures()).containsExactly(told.signedWith(SECRET));
        }
    }

    @Nested
    class Given_a_receiver_that_says_when_to_come_again {
        @Test
        void it_is_left_in_peace_until_then() {
            receiver.answers(503).saysRetryAfter("7200");
            subscribe(TestWebhook.body(receiver.url(), "policy.created"));
            policy("patient");
            receiver.awaitRefused();
            Eventually.holds(() -> message().has("problem"), () -> "not tried: " + message());
            receiver.answers(204);
            pass(Duration.ofMinutes(100));
            assertThat(Eventually.comes(() -> !receiver.taken().isEmpty(), Duration.ofSeconds(5)))
                    .isFalse();
            pass(Duration.ofMinutes(30));
            receiver.await("policy.created");
        }
    }

    private JsonNode message() {
        return server.admin("GET", "atrium/outbox?recipient=" + subscription, Admin.JSON.createObjectNode(), 200)
                .path(0);
    }

    private void subscribe(ObjectNode body) {
        subscription =
                server.admin("POST", "atrium/webhooks", body, 201).path("id").asText();
    }

    private void policy(String name) {
        ObjectNode policy = Admin.JSON.createObjectNode().put("name", name);
        policy.putArray("scopes").add("user/*.rs");
        server.admin("POST", "atrium/policies", policy, 201);
    }

    private void pass(Duration time) {
        ahead = ahead.plus(time);
        server.clockAhead(ahead);
    }
}

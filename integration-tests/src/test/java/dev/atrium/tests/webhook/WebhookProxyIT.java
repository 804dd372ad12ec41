package dev.atrium.tests.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.Certificate;
import dev.atrium.tests.server.OwnServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Webhooks by https, on a server that reaches others by its operator's proxy only. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class WebhookProxyIT {
    private static final String HOST = "hooks.example.org";

    private final Certificate certificate = Certificate.of(HOST);
    private final WebhookReceiver receiver = WebhookReceiver.start(certificate.tls());
    private final TunnelProxy proxy = TunnelProxy.to(receiver.port());
    private OwnServer server;

    @BeforeAll
    void a_server_behind_a_proxy() {
        server = OwnServer.on(
                TestPostgres.start(),
                Map.of(
                        "KC_SPI_ATRIUM_DELIVERY__WEBHOOK__PROXY",
                        proxy.url(),
                        "KC_TRUSTSTORE_PATHS",
                        certificate.pem().toString()));
    }

    @AfterAll
    void gone() {
        server.close();
        proxy.close();
        receiver.close();
    }

    @Nested
    class Given_a_host_whose_certificate_is_trusted {
        @Test
        void a_webhook_arrives_through_a_tunnel_to_a_name_that_only_the_proxy_looks_up() {
            JsonNode webhook = subscribe(HOST);
            policy("through-the-proxy");
            ReceivedWebhook received = receiver.await("policy.created");
            assertThat(received.signatures())
                    .containsExactly(received.signedWith(webhook.path("secret").asText()));
            assertThat(proxy.asked()).contains("CONNECT hooks.example.org:443 HTTP/1.1");
        }
    }

    @Nested
    class Given_a_host_with_the_certificate_of_another {
        @Test
        void nothing_is_sent_and_that_is_told() {
            JsonNode webhook = subscribe("elsewhere.example.org");
            policy("to-nobody");
            String log = "atrium/outbox?recipient=" + webhook.path("id").asText();
            Eventually.holds(
                    () -> server.admin("GET", log, Admin.JSON.createObjectNode(), 200)
                            .path(0)
                            .path("problem")
                            .asText()
                            .equals("There is no trustworthy encrypted connection to the host."),
                    () -> "not told: " + server.admin("GET", log, Admin.JSON.createObjectNode(), 200));
            assertThat(proxy.asked()).contains("CONNECT elsewhere.example.org:443 HTTP/1.1");
            assertThat(receiver.taken()).noneMatch(taken -> taken.header("Host").contains("elsewhere"));
        }
    }

    private JsonNode subscribe(String host) {
        return server.admin(
                "POST", "atrium/webhooks", TestWebhook.body("https://" + host + "/hook", "policy.created"), 201);
    }

    private void policy(String name) {
        ObjectNode policy = Admin.JSON.createObjectNode().put("name", name);
        policy.putArray("scopes").add("user/*.rs");
        server.admin("POST", "atrium/policies", policy, 201);
    }
}

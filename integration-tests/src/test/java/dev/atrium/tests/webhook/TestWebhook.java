package dev.atrium.tests.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.app.Answer;
import java.util.List;

/** A subscription made for one test. */
record TestWebhook(AdminRest admin, String id, String secret) {
    static TestWebhook of(AdminRest admin, WebhookReceiver receiver, String... events) {
        return of(admin, body(receiver.url(), events));
    }

    static TestWebhook of(AdminRest admin, ObjectNode body) {
        Answer answer = admin.post("atrium/webhooks", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new TestWebhook(admin, answer.text("id"), answer.text("secret"));
    }

    static ObjectNode body(String url, String... events) {
        ObjectNode body = Admin.JSON.createObjectNode().put("url", url);
        List.of(events).forEach(body.putArray("events")::add);
        return body;
    }

    String path() {
        return "atrium/webhooks/" + id;
    }

    Answer rotate(String body) {
        return admin.post(path() + "/rotate-secret", body);
    }

    Answer test() {
        return admin.post(path() + "/test");
    }
}

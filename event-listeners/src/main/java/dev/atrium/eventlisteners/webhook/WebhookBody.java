package dev.atrium.eventlisteners.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.atrium.core.webhook.WebhookEvent;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.util.JsonSerialization;

/** An event as it is written to receivers, in the form that {@code docs/webhooks/} describes. */
final class WebhookBody {
    private WebhookBody() {}

    static String json(String realm, WebhookEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("realm", realm);
        event.project().ifPresent(project -> data.put("project", project.alias()));
        data.putAll(event.data());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event.type().text());
        body.put("timestamp", event.when().toString());
        body.put("version", WebhookEvent.VERSION);
        body.put("data", data);
        try {
            return JsonSerialization.mapper.writeValueAsString(body);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }
}

package dev.atrium.core.webhook;

import dev.atrium.core.membership.ProjectReference;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened, as others are told of it.
 *
 * @param project where it happened
 * @param data ids and flags, texts and lists of texts; no secret, and nothing of a person but ids
 */
public record WebhookEvent(
        WebhookType type, Instant when, Optional<ProjectReference> project, Map<String, Object> data) {
    /** The form of all messages; one that readers of the old form would misread has a higher one. */
    public static final int VERSION = 1;

    public WebhookEvent {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** The start of an event that has no data yet. */
    public static WebhookEvent of(WebhookType type, Instant when) {
        return new WebhookEvent(type, when, Optional.empty(), Map.of());
    }

    public WebhookEvent in(Optional<ProjectReference> where) {
        return new WebhookEvent(type, when, where, data);
    }

    public WebhookEvent with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(name, value);
        return new WebhookEvent(type, when, project, more);
    }

    public WebhookEvent with(String name, Optional<?> value) {
        return value.map(present -> with(name, (Object) present)).orElse(this);
    }
}

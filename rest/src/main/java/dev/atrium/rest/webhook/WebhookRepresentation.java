package dev.atrium.rest.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.TypePattern;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as JSON; {@link WebhookInput} takes back what this gives out.
 *
 * @param secret only in the answer to the request that made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookRepresentation(
        String id,
        String url,
        List<String> events,
        @Nullable String project,
        String description,
        boolean active,
        @Nullable String switchedOff,
        @Nullable String secret,
        @Nullable String previousSecretUntil) {
    static WebhookRepresentation of(Subscription subscription, Optional<Instant> previousUntil) {
        return new WebhookRepresentation(
                subscription.id().value(),
                subscription.url().value().toString(),
                subscription.types().stream().map(TypePattern::text).toList(),
                subscription.project().map(ProjectReference::alias).orElse(null),
                subscription.description(),
                subscription.active(),
                subscription.switchedOff().orElse(null),
                null,
                previousUntil.map(Instant::toString).orElse(null));
    }

    WebhookRepresentation with(String shown) {
        return new WebhookRepresentation(
                id, url, events, project, description, active, switchedOff, shown, previousSecretUntil);
    }
}

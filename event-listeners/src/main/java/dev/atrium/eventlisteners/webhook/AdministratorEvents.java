package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.webhook.WebhookEvent;
import dev.atrium.core.webhook.WebhookType;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;

/** What Keycloak's events of administrators mean for others: only the path counts, which holds ids alone. */
final class AdministratorEvents {
    private static final Pattern USER = Pattern.compile("users/([^/]+)");
    private static final Pattern CONSENT = Pattern.compile("users/([^/]+)/consents/(.+)");
    private static final Pattern POLICY = Pattern.compile("atrium/policies/([^/]+)");

    private final AdminEvent event;

    private AdministratorEvents(AdminEvent event) {
        this.event = event;
    }

    static Optional<WebhookEvent> translate(AdminEvent event) {
        String resource = String.valueOf(event.getResourceTypeAsString());
        if (event.getError() != null || event.getResourcePath() == null) {
            return Optional.empty();
        }
        AdministratorEvents translation = new AdministratorEvents(event);
        return switch (resource) {
            case "USER" -> translation.user().or(translation::consent);
            case "REALM" -> translation.imported();
            case "ATRIUM_ACCESS_POLICY" -> translation.policy();
            default -> Optional.empty();
        };
    }

    /** That a user was deleted is told of elsewhere, whoever did it. */
    private Optional<WebhookEvent> user() {
        Optional<WebhookType> type = switch (operation()) {
            case CREATE -> Optional.of(WebhookType.USER_CREATED);
            case UPDATE -> Optional.of(WebhookType.USER_UPDATED);
            default -> Optional.empty();
        };
        return type.flatMap(known -> path(USER).map(path -> of(known).with("userId", path.group(1))));
    }

    /**
     * A partial import is an event of the realm. Of an account that it overwrites it says that it was updated, but that
     * one was deleted, and another one was made in its place.
     */
    private Optional<WebhookEvent> imported() {
        return path(USER).map(path -> of(WebhookType.USER_CREATED).with("userId", path.group(1)));
    }

    private Optional<WebhookEvent> consent() {
        return path(CONSENT)
                .filter(path -> operation() == OperationType.ACTION)
                .map(path -> of(WebhookType.CONSENT_REVOKED)
                        .with("userId", path.group(1))
                        .with("clientId", path.group(2)));
    }

    private Optional<WebhookEvent> policy() {
        WebhookType type = switch (operation()) {
            case CREATE -> WebhookType.POLICY_CREATED;
            case DELETE -> WebhookType.POLICY_DELETED;
            default -> WebhookType.POLICY_UPDATED;
        };
        return path(POLICY).map(path -> of(type).with("policyId", path.group(1)));
    }

    private OperationType operation() {
        return event.getOperationType();
    }

    private Optional<Matcher> path(Pattern pattern) {
        return Optional.of(pattern.matcher(event.getResourcePath())).filter(Matcher::matches);
    }

    private WebhookEvent of(WebhookType type) {
        return WebhookEvent.of(type, Instant.ofEpochMilli(event.getTime()));
    }
}

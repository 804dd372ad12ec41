package dev.atrium.rest.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.SubscriptionId;
import dev.atrium.core.webhook.TypePattern;
import dev.atrium.core.webhook.WebhookUrl;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Fields;
import dev.atrium.http.request.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A subscription as a request writes it.
 *
 * @param project the alias or id of an organization
 */
record WebhookInput(
        Optional<String> id,
        WebhookUrl url,
        List<TypePattern> events,
        Optional<String> project,
        String description,
        Optional<Boolean> active,
        Optional<String> secret) {
    private static final int LONGEST = 255;
    private static final int LONGEST_URL = 1000;
    private static final int LONGEST_DESCRIPTION = 1000;
    private static final int MOST_EVENTS = 50;
    private static final Set<String> KNOWN = Set.of(
            "id", "url", "events", "project", "description", "active", "switchedOff", "secret", "previousSecretUntil");

    static WebhookInput read(ObjectNode json) {
        Fields fields = new Fields(json, KNOWN);
        fields.line("switchedOff", LONGEST);
        fields.instant("previousSecretUntil");
        return new WebhookInput(
                fields.line("id", LONGEST),
                fields.line("url", LONGEST_URL).map(WebhookInput::url).orElseThrow(() -> Fields.missing("url")),
                fields
                        .list("events", MOST_EVENTS)
                        .filter(events -> !events.isEmpty())
                        .orElseThrow(() -> Fields.missing("events"))
                        .stream()
                        .map(WebhookInput::pattern)
                        .toList(),
                fields.line("project", LONGEST),
                fields.lines("description", LONGEST_DESCRIPTION).orElse(""),
                fields.flag("active"),
                fields.line("secret", LONGEST));
    }

    /** The subscription; one that an administrator switches on again has nothing against it any more. */
    Subscription as(SubscriptionId given, Optional<ProjectReference> reference, Optional<String> switchedOff) {
        if (id.isPresent() && !id.get().equals(given.value())) {
            throw Refused.field("id", "Is set by the server; omit it, or send it unchanged.");
        }
        boolean on = active.orElse(true);
        Subscription subscription =
                new Subscription(given, url, events, reference, description, on, switchedOff.filter(reason -> !on));
        subscription.neverTold().stream().findFirst().ifPresent(pattern -> {
            throw Refused.field(
                    "events",
                    "\"" + pattern.text()
                            + "\" never happens in a project; subscribe to it without a project, or remove"
                            + " it from events.");
        });
        return subscription;
    }

    private static WebhookUrl url(String text) {
        return WebhookUrl.parse(text)
                .orElseThrow(() -> Refused.field(
                        "url",
                        "Must be a URL such as https://example.org/hook, without a user name and without a fragment."));
    }

    private static TypePattern pattern(String text) {
        return TypePattern.parse(text)
                .orElseThrow(() -> Refused.field(
                        "events",
                        "\"" + Text.shown(text) + "\" is not an event type, nor a pattern such as membership.* or *."));
    }
}

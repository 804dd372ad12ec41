package dev.atrium.core.webhook;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.membership.ProjectReference;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who wants to be told.
 *
 * @param project whose events are meant; without one those of the whole realm
 * @param active whether anything is sent
 * @param switchedOff why it was switched off without an administrator
 */
public record Subscription(
        SubscriptionId id,
        WebhookUrl url,
        List<TypePattern> types,
        Optional<ProjectReference> project,
        String description,
        boolean active,
        Optional<String> switchedOff) {
    public Subscription {
        types = List.copyOf(types);
    }

    /** Whether this event is to be sent. */
    public boolean wants(WebhookEvent event) {
        return wants(event.type()) && (project.isEmpty() || idOf(project).equals(idOf(event.project())));
    }

    /** Whether an event of this type may have to be sent. */
    public boolean wants(WebhookType type) {
        return active && types.stream().anyMatch(pattern -> pattern.matches(type));
    }

    /** Whether there is any event that could ever be sent. */
    public boolean hasSomethingToTell() {
        return project.isEmpty() || types.stream().anyMatch(TypePattern::happensInProjects);
    }

    /** What it asks for and is never told, for it is for a project, and no such event happens in one. */
    public List<TypePattern> neverTold() {
        return project.isEmpty()
                ? List.of()
                : types.stream().filter(pattern -> !pattern.happensInProjects()).toList();
    }

    private static Optional<ProjectId> idOf(Optional<ProjectReference> project) {
        return project.map(ProjectReference::id);
    }

    public Subscription switchedOff(String reason) {
        return new Subscription(id, url, types, project, description, false, Optional.of(reason));
    }
}

package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.core.webhook.WebhookEvent;
import dev.atrium.core.webhook.WebhookType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the change of a membership means for others. */
final class MembershipChanges {
    private MembershipChanges() {}

    /**
     * The events of a change: one that switches a membership and changes something else is told of twice.
     */
    static List<WebhookEvent> translate(
            Optional<Membership> before, Optional<Membership> after, Optional<ProjectReference> project, Instant now) {
        Membership membership = after.or(() -> before).orElseThrow();
        return types(before, after)
                .map(type -> describe(WebhookEvent.of(type, now).in(project), membership))
                .toList();
    }

    private static Stream<WebhookType> types(Optional<Membership> before, Optional<Membership> after) {
        if (before.isEmpty()) {
            return Stream.of(WebhookType.MEMBERSHIP_CREATED);
        }
        if (after.isEmpty()) {
            return Stream.of(WebhookType.MEMBERSHIP_DELETED);
        }
        return Stream.concat(switched(before.get(), after.get()).stream(), changed(before.get(), after.get()).stream());
    }

    private static Optional<WebhookType> switched(Membership before, Membership after) {
        if (before.active() == after.active()) {
            return Optional.empty();
        }
        return Optional.of(after.active() ? WebhookType.MEMBERSHIP_ACTIVATED : WebhookType.MEMBERSHIP_DEACTIVATED);
    }

    private static Optional<WebhookType> changed(Membership before, Membership after) {
        boolean same = before.profile().equals(after.profile())
                && before.label().equals(after.label())
                && before.policy().id().equals(after.policy().id())
                && before.admin() == after.admin()
                && before.externalId().equals(after.externalId())
                && before.invitedBy().equals(after.invitedBy());
        return same ? Optional.empty() : Optional.of(WebhookType.MEMBERSHIP_UPDATED);
    }

    private static WebhookEvent describe(WebhookEvent event, Membership membership) {
        return event.with("projectId", membership.project().value())
                .with("membershipId", membership.id().value())
                .with("userId", membership.user().value())
                .with("profile", membership.profile().reference())
                .with("policyId", membership.policy().id().value())
                .with("admin", membership.admin())
                .with("active", membership.active())
                .with("externalId", membership.externalId());
    }
}

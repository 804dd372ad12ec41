package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.account.UserId;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.core.webhook.WebhookEvent;
import dev.atrium.core.webhook.WebhookType;
import dev.atrium.support.event.InvitationEvent.Kind;
import java.time.Instant;
import java.util.Optional;

/** What happens to an invitation, for others; never its address, its words or its link. */
final class InvitationChanges {
    private InvitationChanges() {}

    /** Empty for what is nobody else's affair. */
    static Optional<WebhookEvent> translate(
            Kind kind, Invitation invitation, Optional<ProjectReference> project, Instant now) {
        return type(kind)
                .map(type -> WebhookEvent.of(type, now)
                        .in(project)
                        .with("projectId", invitation.offered().project().value())
                        .with("invitationId", invitation.id().value())
                        .with("userId", invitation.user().map(UserId::value))
                        .with("membershipId", invitation.membership().map(MembershipId::value)));
    }

    private static Optional<WebhookType> type(Kind kind) {
        return switch (kind) {
            case CREATED -> Optional.of(WebhookType.INVITATION_CREATED);
            case ACCEPTED -> Optional.of(WebhookType.INVITATION_ACCEPTED);
            case REVOKED -> Optional.of(WebhookType.INVITATION_REVOKED);
            case EXPIRED -> Optional.of(WebhookType.INVITATION_EXPIRED);
            case RESENT -> Optional.empty();
        };
    }
}

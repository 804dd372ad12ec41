package dev.atrium.core.invitation;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.membership.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which invitations a list shall hold; what is empty does not filter.
 *
 * @param now decides which are expired
 */
public record InvitationFilter(
        Optional<ProjectId> project, Optional<EmailAddress> email, Optional<InvitationState> state, Instant now) {
    public InvitationFilter {
        email = email.map(Invitation::lowered);
    }

    public static InvitationFilter all(Instant now) {
        return new InvitationFilter(Optional.empty(), Optional.empty(), Optional.empty(), now);
    }
}

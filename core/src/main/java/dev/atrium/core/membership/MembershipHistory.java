package dev.atrium.core.membership;

import dev.atrium.core.account.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * How a membership came about, and when it was last chosen at a sign-in.
 *
 * @param invitedBy who made it, where that is known
 */
public record MembershipHistory(Optional<UserId> invitedBy, Instant created, Optional<Instant> lastUsed) {
    /** That of a membership which is made now. */
    public static MembershipHistory begins(Instant now, Optional<UserId> invitedBy) {
        return new MembershipHistory(invitedBy, now, Optional.empty());
    }

    /** The same with another who made it. */
    public MembershipHistory by(Optional<UserId> other) {
        return new MembershipHistory(other, created, lastUsed);
    }
}

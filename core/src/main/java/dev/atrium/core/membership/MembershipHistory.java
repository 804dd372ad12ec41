package dev.atrium.core.membership;

import dev.atrium.core.account.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a membership came about, and when it was last chosen at a sign-in, exact to a minute.
 *
 * @param invitedBy who made it, where that is known
 */
public record MembershipHistory(Optional<UserId> invitedBy, Instant created, Optional<Instant> lastUsed) {
    private static final Duration EXACT_TO = Duration.ofMinutes(1);

    /** That of a membership which is made now. */
    public static MembershipHistory begins(Instant now, Optional<UserId> invitedBy) {
        return new MembershipHistory(invitedBy, now, Optional.empty());
    }

    /** The same with another who made it. */
    public MembershipHistory by(Optional<UserId> other) {
        return new MembershipHistory(other, created, lastUsed);
    }

    /**
     * Whether to remember a use at this time: an app that signs somebody in again and again costs one write a minute.
     * A note ahead of the clock, which another node's clock made, is replaced once it is that far off.
     */
    public boolean isToRemember(Instant use) {
        return lastUsed.map(last -> Duration.between(last, use).abs().compareTo(EXACT_TO) >= 0)
                .orElse(true);
    }
}

package dev.atrium.core.project;

import dev.atrium.core.scope.ScopeSet;
import java.time.Instant;

/**
 * What a person agreed to for one client and one membership.
 *
 * @param agreement asked again only for what goes beyond it
 */
public record Grant(Key key, Agreement agreement, Instant agreedAt) {
    /** Who agreed, for which client, as whom. */
    public record Key(UserId user, ClientUuid client, MembershipId membership) {}

    /** The scopes agreed to. */
    public ScopeSet agreed() {
        return agreement.agreed();
    }
}

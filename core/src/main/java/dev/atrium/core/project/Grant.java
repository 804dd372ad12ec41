package dev.atrium.core.project;

import dev.atrium.core.scope.ScopeSet;
import java.time.Instant;

/**
 * What a person agreed to for one client and one membership.
 *
 * @param agreed the scopes agreed to; asked again only for what goes beyond them
 */
public record Grant(Key key, ScopeSet agreed, Instant agreedAt) {
    /** Who agreed, for which client, as whom. */
    public record Key(UserId user, ClientUuid client, MembershipId membership) {}
}

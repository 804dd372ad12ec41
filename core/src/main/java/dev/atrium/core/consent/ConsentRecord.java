package dev.atrium.core.consent;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.scope.ScopeSet;
import java.time.Instant;

/**
 * What a person agreed to for one client and one membership.
 *
 * @param consented asked again only for what goes beyond it
 */
public record ConsentRecord(Key key, ConsentedScopes consented, Instant agreedAt) {
    /** Who agreed, for which client, as whom. */
    public record Key(UserId user, ClientUuid client, MembershipId membership) {}

    /** The scopes agreed to. */
    public ScopeSet agreed() {
        return consented.agreed();
    }
}

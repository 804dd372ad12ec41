package dev.atrium.core.membership;

import dev.atrium.core.account.UserId;
import java.util.Optional;

/** Which memberships a list shall hold; what is empty does not filter. */
public record MembershipFilter(
        Optional<ProjectId> project, Optional<UserId> user, Optional<FhirProfile> profile, Optional<Boolean> active) {
    public static final MembershipFilter ALL =
            new MembershipFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}

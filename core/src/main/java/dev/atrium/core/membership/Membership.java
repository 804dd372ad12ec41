package dev.atrium.core.membership;

import dev.atrium.core.account.UserId;
import dev.atrium.core.policy.AccessPolicy;
import java.time.Instant;
import java.util.Optional;

/**
 * A person in a project as a FHIR profile. One person may have several, also in one project.
 *
 * @param label tells several memberships of one person apart, e.g. "My own record"
 * @param policy what this person may do here at most
 * @param admin may administer the project
 * @param active an inactive membership grants nothing and is offered to nobody
 * @param externalId the person's id in another system, unique in its project
 */
public record Membership(
        MembershipId id,
        ProjectId project,
        UserId user,
        FhirProfile profile,
        Optional<String> label,
        AccessPolicy policy,
        boolean admin,
        boolean active,
        Optional<String> externalId,
        Optional<UserId> invitedBy,
        Instant created,
        Optional<Instant> lastUsed) {
    public Membership switched(boolean on) {
        return new Membership(
                id, project, user, profile, label, policy, admin, on, externalId, invitedBy, created, lastUsed);
    }
}

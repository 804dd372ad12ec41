package dev.atrium.core.membership;

import dev.atrium.core.account.UserId;
import dev.atrium.core.policy.AccessPolicy;
import java.time.Instant;
import java.util.Optional;

/**
 * A person in a project as a FHIR profile. One person may have several, also in one project.
 *
 * @param active an inactive membership grants nothing and is offered to nobody
 */
public record Membership(
        MembershipId id,
        ProjectId project,
        UserId user,
        MembershipTerms terms,
        boolean active,
        MembershipHistory history) {
    /** The same, active or not. */
    public Membership switched(boolean on) {
        return new Membership(id, project, user, terms, on, history);
    }

    /** The same person in the same project, as something else. */
    public Membership with(MembershipTerms others) {
        return new Membership(id, project, user, others, active, history);
    }

    /** The same with another history. */
    public Membership with(MembershipHistory other) {
        return new Membership(id, project, user, terms, active, other);
    }

    public FhirProfile profile() {
        return terms.profile();
    }

    public Optional<String> label() {
        return terms.label();
    }

    public AccessPolicy policy() {
        return terms.policy();
    }

    public boolean admin() {
        return terms.admin();
    }

    public Optional<String> externalId() {
        return terms.externalId();
    }

    public Optional<UserId> invitedBy() {
        return history.invitedBy();
    }

    public Instant created() {
        return history.created();
    }

    public Optional<Instant> lastUsed() {
        return history.lastUsed();
    }
}

package dev.atrium.core.membership;

import dev.atrium.core.policy.AccessPolicy;
import java.util.Optional;

/**
 * As what a person takes part in a project: all that others may change of a membership, but whether it is active.
 *
 * @param label tells several memberships of one person apart, e.g. "My own record"
 * @param policy what this person may do here at most
 * @param admin marks an administrator of the project
 * @param externalId the person's id in another system, unique in its project
 */
public record MembershipTerms(
        FhirProfile profile, Optional<String> label, AccessPolicy policy, boolean admin, Optional<String> externalId) {}

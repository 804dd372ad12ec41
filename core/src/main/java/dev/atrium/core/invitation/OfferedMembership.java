package dev.atrium.core.invitation;

import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicyId;
import java.util.Optional;

/**
 * The membership that an invitation turns into.
 *
 * @param admin whether the person may administer the project
 * @param externalId the person's id in another system, unique in the project
 * @param secondFactor whether whoever accepts sets up a second factor, if they have none
 */
public record OfferedMembership(
        ProjectId project,
        FhirProfile profile,
        AccessPolicyId policy,
        Optional<String> label,
        boolean admin,
        Optional<String> externalId,
        boolean secondFactor) {}

package dev.atrium.core.membership;

import dev.atrium.core.policy.AccessPolicyId;
import java.util.Set;

/**
 * The access policies with which a profile can be of use to a request.
 *
 * @param ofPatients for profiles that are a patient
 * @param ofOthers for all other profiles
 */
public record FittingPolicies(Set<AccessPolicyId> ofPatients, Set<AccessPolicyId> ofOthers) {
    public FittingPolicies {
        ofPatients = Set.copyOf(ofPatients);
        ofOthers = Set.copyOf(ofOthers);
    }

    /** Whether nobody can be of use. */
    public boolean isEmpty() {
        return ofPatients.isEmpty() && ofOthers.isEmpty();
    }
}

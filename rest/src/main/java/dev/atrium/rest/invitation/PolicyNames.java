package dev.atrium.rest.invitation;

import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The names of access policies, each asked for once: a list has many rows, and few policies. */
final class PolicyNames {
    private final Function<AccessPolicyId, Optional<AccessPolicy>> policies;
    private final Map<AccessPolicyId, Optional<String>> known = new HashMap<>();

    PolicyNames(Function<AccessPolicyId, Optional<AccessPolicy>> policies) {
        this.policies = policies;
    }

    /** Empty when it is gone. */
    Optional<String> of(AccessPolicyId id) {
        return known.computeIfAbsent(id, unknown -> policies.apply(unknown).map(AccessPolicy::name));
    }
}

package dev.atrium.rest.policy;

import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.policy.AccessPolicyStore;
import dev.atrium.http.request.Reference;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds an access policy by its id or its name. */
public final class PolicyLookup {
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,36}");

    private final AccessPolicyStore policies;

    public PolicyLookup(AccessPolicyStore policies) {
        this.policies = policies;
    }

    /** Refuses a reference that points to no policy, or to two. */
    public AccessPolicy resolve(Reference reference) {
        return reference.resolve(
                text -> byId(text).or(() -> policies.findByName(text)),
                policy -> policy.id().value());
    }

    Optional<AccessPolicy> byId(String text) {
        return ID.matcher(text).matches() ? policies.find(new AccessPolicyId(text)) : Optional.empty();
    }
}

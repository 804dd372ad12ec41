package dev.atrium.rest.policy;

import dev.atrium.core.policy.AccessPolicy;
import java.util.List;

/** An access policy as JSON; {@link PolicyInput} takes back what this gives out. */
record PolicyRepresentation(String id, String name, String description, List<String> scopes) {
    static PolicyRepresentation of(AccessPolicy policy) {
        return new PolicyRepresentation(
                policy.id().value(), policy.name(), policy.description(), PolicyScopes.tokens(policy.ceiling()));
    }
}

package dev.atrium.core.policy;

import dev.atrium.core.store.Identifier;

/** Id of an access policy. */
public record AccessPolicyId(String value) {
    public AccessPolicyId {
        Identifier.check(value, 36);
    }
}

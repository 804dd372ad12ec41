package dev.atrium.core.policy;

import dev.atrium.core.scope.ScopeSet;

/**
 * A named ceiling: nobody who has it is granted more than its scopes cover.
 *
 * @param name unique in its realm, 1 to 100 characters
 * @param description what it is for, in the words of those who give it; may be empty
 * @param ceiling SMART resource scopes
 */
public record AccessPolicy(AccessPolicyId id, String name, String description, ScopeSet ceiling) {
    public static final int LONGEST_NAME = 100;

    public AccessPolicy {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("not a name of 1 to " + LONGEST_NAME + " characters");
        }
    }
}

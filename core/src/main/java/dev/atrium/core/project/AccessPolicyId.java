package dev.atrium.core.project;

/** Id of an access policy. */
public record AccessPolicyId(String value) {
    public AccessPolicyId {
        Identifier.check(value, 36);
    }
}

package dev.atrium.core.membership;

import dev.atrium.core.store.Identifier;

/** Id of a project, which is a Keycloak organization. */
public record ProjectId(String value) {
    public ProjectId {
        Identifier.check(value, 36);
    }
}

package dev.atrium.core.project;

/** Id of a project, which is a Keycloak organization. */
public record ProjectId(String value) {
    public ProjectId {
        Identifier.check(value, 36);
    }
}

package dev.atrium.core.project;

/** Id of a person, which is a Keycloak user; federated users have long ones. */
public record UserId(String value) {
    public UserId {
        Identifier.check(value, 255);
    }
}

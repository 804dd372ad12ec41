package dev.atrium.core.project;

/** Keycloak's internal id of a client, not its `client_id`. */
public record ClientUuid(String value) {
    public ClientUuid {
        Identifier.check(value, 36);
    }
}

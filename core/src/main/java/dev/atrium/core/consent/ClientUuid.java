package dev.atrium.core.consent;

import dev.atrium.core.store.Identifier;

/** Keycloak's internal id of a client, not its `client_id`. */
public record ClientUuid(String value) {
    public ClientUuid {
        Identifier.check(value, 36);
    }
}

package dev.atrium.authenticators.stage;

import org.keycloak.models.ClientModel;

/** What a client is called on a page: its name, or its id where it has none. */
public final class ClientName {
    private ClientName() {}

    public static String of(ClientModel client) {
        String name = client.getName();
        return name == null || name.isBlank() ? client.getClientId() : name;
    }
}

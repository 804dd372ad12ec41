package dev.atrium.setup.project;

import java.util.List;

/** A public SMART app that is asked for. */
public record ClientOrder(String clientId, List<String> redirectUris) {
    public ClientOrder {
        redirectUris = List.copyOf(redirectUris);
    }
}

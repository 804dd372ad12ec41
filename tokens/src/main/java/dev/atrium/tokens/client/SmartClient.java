package dev.atrium.tokens.client;

import dev.atrium.core.scope.Scope;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;

/** A client that may request SMART scopes, for which SMART's rules hold where they are stricter than Keycloak's. */
public final class SmartClient {
    private SmartClient() {}

    public static boolean is(ClientModel client) {
        return Stream.of(true, false)
                .flatMap(byDefault -> client.getClientScopes(byDefault).keySet().stream())
                .map(Scope::parse)
                .anyMatch(Scope::concernsFhir);
    }
}

package dev.atrium.tokens.client;

import dev.atrium.core.scope.Scope;
import dev.atrium.directory.scope.AssignedScopes;
import org.keycloak.models.ClientModel;

/** A client that may request SMART scopes, for which SMART's rules hold where they are stricter than Keycloak's. */
public final class SmartClient {
    private SmartClient() {}

    public static boolean is(ClientModel client) {
        return AssignedScopes.names(client).map(Scope::parse).anyMatch(Scope::concernsFhir);
    }
}

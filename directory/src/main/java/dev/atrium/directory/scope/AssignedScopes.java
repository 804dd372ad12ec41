package dev.atrium.directory.scope;

import dev.atrium.core.scope.ScopeSet;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

/** The client scopes that are assigned to a client, default or optional, as the admin console shows them. */
public final class AssignedScopes {
    private AssignedScopes() {}

    /** What a request has without asking for it. */
    public static ScopeSet byDefault(ClientModel client) {
        return ScopeSet.parse(String.join(" ", client.getClientScopes(true).keySet()));
    }

    public static Stream<ClientScopeModel> all(ClientModel client) {
        return both(client).flatMap(scopes -> scopes.values().stream());
    }

    public static Stream<String> names(ClientModel client) {
        return both(client).flatMap(scopes -> scopes.keySet().stream());
    }

    /**
     * Whether this one is assigned, or, for a SMART scope, one that covers it. The map is asked by name, for it knows more
     * names than it lists.
     */
    public static boolean has(ClientModel client, String name) {
        return both(client).anyMatch(scopes -> scopes.get(name) != null);
    }

    private static Stream<Map<String, ClientScopeModel>> both(ClientModel client) {
        return Stream.of(true, false).map(client::getClientScopes);
    }
}

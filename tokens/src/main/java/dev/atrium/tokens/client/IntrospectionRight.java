package dev.atrium.tokens.client;

import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.scope.AssignedScopes;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.AccessToken;

/**
 * The right to introspect the access tokens of all clients (SMART App Launch 2.2.0, "Token introspection"): a
 * confidential client to which the client scope {@value #SCOPE} is assigned has it.
 */
public final class IntrospectionRight {
    /** An extension scope: SMART names none. */
    public static final String SCOPE = "__introspect";

    private IntrospectionRight() {}

    public static boolean isHeldBy(ClientModel client) {
        return !client.isPublicClient() && AssignedScopes.has(client, SCOPE);
    }

    /** Whether the token may stand for its client in an introspection request. */
    static boolean isIn(AccessToken token) {
        return token.getScope() != null && ScopeSet.parse(token.getScope()).contains(SCOPE);
    }
}

package dev.atrium.tokens.scope;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.membership.MembershipScope;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenManager;

/** Which scopes a client may request. */
final class RequestableScopes {
    private final KeycloakSession session;
    private final ClientModel client;
    private final Map<String, ClientScopeModel> optional;
    private final Map<String, ClientScopeModel> byDefault;

    RequestableScopes(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
        this.optional = client.getClientScopes(false);
        this.byDefault = client.getClientScopes(true);
    }

    /** The scopes it may not request; none of a request that has nothing to do with FHIR, which is Keycloak's affair. */
    List<Scope> beyond(String parameter) {
        ScopeSet requested = ScopeSet.parse(parameter);
        return requested.scopes().stream().anyMatch(scope -> scope.concernsFhir() || isOurs(scope))
                ? requested.without(this::holds).scopes()
                : List.of();
    }

    private boolean holds(Scope scope) {
        String name = scope.text();
        if (isOurs(scope)) {
            return false;
        }
        return optional.get(name) != null
                || byDefault.containsKey(name)
                || (!scope.concernsFhir() && TokenManager.isValidScope(session, name, client));
    }

    private static boolean isOurs(Scope scope) {
        return scope.text().startsWith(MembershipScope.PREFIX);
    }
}

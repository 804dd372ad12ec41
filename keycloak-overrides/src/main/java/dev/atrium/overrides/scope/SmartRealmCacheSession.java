package dev.atrium.overrides.scope;

import dev.atrium.tokens.scope.CoveredScopes;
import dev.atrium.tokens.scope.ResolvedClientScope;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.infinispan.RealmCacheManager;
import org.keycloak.models.cache.infinispan.RealmCacheSession;

/** Keycloak's realm cache, which also finds the client scopes that an assigned SMART scope covers. */
final class SmartRealmCacheSession extends RealmCacheSession {
    SmartRealmCacheSession(RealmCacheManager cache, KeycloakSession session) {
        super(cache, session);
    }

    @Override
    public Map<String, ClientScopeModel> getClientScopes(RealmModel realm, ClientModel client, boolean defaultScopes) {
        Map<String, ClientScopeModel> assigned = super.getClientScopes(realm, client, defaultScopes);
        return defaultScopes
                ? assigned
                : new CoveredScopes(realm, assigned, () -> super.getClientScopes(realm, client, true));
    }

    @Override
    public @Nullable ClientScopeModel getClientScopeById(RealmModel realm, String id) {
        return ResolvedClientScope.isResolved(id)
                ? ResolvedClientScope.byId(realm, id)
                : super.getClientScopeById(realm, id);
    }
}

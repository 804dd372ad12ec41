package dev.atrium.overrides.scope;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.cache.infinispan.InfinispanCacheRealmProviderFactory;

/** Puts a realm cache that resolves SMART scopes in the place of Keycloak's own. */
public final class SmartRealmCacheProviderFactory extends InfinispanCacheRealmProviderFactory {
    @Override
    public CacheRealmProvider create(KeycloakSession session) {
        super.create(session); // sets up the cache this class shares
        return new SmartRealmCacheSession(realmCache, session);
    }

    @Override
    public int order() {
        return 10;
    }
}

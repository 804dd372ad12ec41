package dev.atrium.tests.overrides;

import org.keycloak.models.cache.infinispan.InfinispanCacheRealmProviderFactory;

/** What another extension may bring: a realm cache of its own, which wants to come before all others. */
public final class OtherRealmCacheFactory extends InfinispanCacheRealmProviderFactory {
    @Override
    public String getId() {
        return "other";
    }

    @Override
    public int order() {
        return 20;
    }
}

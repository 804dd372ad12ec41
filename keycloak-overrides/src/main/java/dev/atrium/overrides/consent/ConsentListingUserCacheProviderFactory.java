package dev.atrium.overrides.consent;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.cache.infinispan.InfinispanUserCacheProviderFactory;

/** Puts a user cache that lists all that people agreed to in the place of Keycloak's own. */
public final class ConsentListingUserCacheProviderFactory extends InfinispanUserCacheProviderFactory {
    @Override
    public UserCache create(KeycloakSession session) {
        if (userCache == null) {
            super.create(session); // sets up the cache this class shares
        }
        return new ConsentListingUserCacheSession(userCache, session);
    }

    @Override
    public int order() {
        return 10;
    }
}

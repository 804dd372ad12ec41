package dev.atrium.overrides.broker;

import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.infinispan.idp.InfinispanIdentityProviderStorageProviderFactory;

/** Puts the identity providers whose addresses are checked in the place of Keycloak's own. */
public final class GuardedIdentityProviderStorageProviderFactory
        extends InfinispanIdentityProviderStorageProviderFactory {
    @Override
    public IdentityProviderStorageProvider create(KeycloakSession session) {
        return new GuardedIdentityProviderStorageProvider(session);
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}

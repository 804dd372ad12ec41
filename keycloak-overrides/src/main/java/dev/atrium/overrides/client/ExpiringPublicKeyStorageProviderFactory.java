package dev.atrium.overrides.client;

import org.keycloak.Config;
import org.keycloak.keys.PublicKeyStorageProvider;
import org.keycloak.keys.infinispan.InfinispanPublicKeyStorageProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Puts a storage that forgets the keys of SMART clients in time in the place of Keycloak's own. */
public final class ExpiringPublicKeyStorageProviderFactory extends InfinispanPublicKeyStorageProviderFactory {
    private KeySetFetches fetches = KeySetFetches.of(Config.scope()); // until Keycloak brings the options

    @Override
    public void init(Config.Scope options) {
        super.init(options);
        fetches = KeySetFetches.of(options);
    }

    @Override
    public PublicKeyStorageProvider create(KeycloakSession session) {
        return new ExpiringPublicKeyStorageProvider(session, fetches);
    }

    @Override
    public int order() {
        return 10;
    }
}

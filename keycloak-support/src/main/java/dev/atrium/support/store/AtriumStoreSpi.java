package dev.atrium.support.store;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The provider interface behind which Atrium's data lives, so that another store can take its place. */
public final class AtriumStoreSpi implements Spi {
    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "atrium-store";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AtriumStoreProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // Keycloak's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return AtriumStoreProviderFactory.class;
    }
}

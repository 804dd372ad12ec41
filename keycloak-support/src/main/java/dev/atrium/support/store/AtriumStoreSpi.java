package dev.atrium.support.store;

import dev.atrium.support.provider.AtriumSpi;

/** The provider interface behind which Atrium's data lives, so that another store can take its place. */
public final class AtriumStoreSpi extends AtriumSpi {
    public AtriumStoreSpi() {
        super("atrium-store", AtriumStoreProvider.class, AtriumStoreProviderFactory.class);
    }
}

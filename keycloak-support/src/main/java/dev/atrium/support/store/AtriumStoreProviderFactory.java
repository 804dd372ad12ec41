package dev.atrium.support.store;

import dev.atrium.support.provider.DefaultProviderFactory;

/** Makes an {@link AtriumStoreProvider} for a session. */
public interface AtriumStoreProviderFactory extends DefaultProviderFactory<AtriumStoreProvider> {}

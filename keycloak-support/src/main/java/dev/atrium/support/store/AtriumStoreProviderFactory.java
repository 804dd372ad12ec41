package dev.atrium.support.store;

import dev.atrium.support.provider.QuietFactory;

/** Makes an {@link AtriumStoreProvider} for a session. */
public interface AtriumStoreProviderFactory extends QuietFactory<AtriumStoreProvider> {}

package dev.atrium.support.store;

import org.keycloak.provider.ProviderFactory;

/** Makes an {@link AtriumStoreProvider} for a session. */
public interface AtriumStoreProviderFactory extends ProviderFactory<AtriumStoreProvider> {}

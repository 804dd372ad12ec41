package dev.atrium.support.outbox;

import dev.atrium.support.provider.DefaultProviderFactory;

/** Makes a {@link DeliveryProvider} for a session; its id is {@link DeliveryProvider#idOf} its channel. */
public interface DeliveryProviderFactory extends DefaultProviderFactory<DeliveryProvider> {}

package dev.atrium.support.outbox;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link DeliveryProvider} for a session; its id is {@link DeliveryProvider#idOf} its channel. */
public interface DeliveryProviderFactory extends ProviderFactory<DeliveryProvider> {}

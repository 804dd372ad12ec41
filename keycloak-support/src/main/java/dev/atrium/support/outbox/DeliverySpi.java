package dev.atrium.support.outbox;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The provider interface of the channels that messages go. */
public final class DeliverySpi implements Spi {
    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "atrium-delivery";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return DeliveryProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // Keycloak's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return DeliveryProviderFactory.class;
    }
}

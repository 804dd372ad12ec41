package dev.atrium.support.webhook;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The provider interface through which others are told what happened. */
public final class WebhookSpi implements Spi {
    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "atrium-webhook";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return WebhookProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // Keycloak's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return WebhookProviderFactory.class;
    }
}

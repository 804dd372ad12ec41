package dev.atrium.rest.hook;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The provider interface whose components are the hooks of a realm. */
public final class HookSpi implements Spi {
    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "atrium-hook";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return HookProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // Keycloak's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return HookProviderFactory.class;
    }
}

package dev.atrium.support.mail;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The provider interface of own mail templates. */
public final class MailTemplateSpi implements Spi {
    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "atrium-mail-template";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return MailTemplateProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // Keycloak's own signature
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return MailTemplateProviderFactory.class;
    }
}

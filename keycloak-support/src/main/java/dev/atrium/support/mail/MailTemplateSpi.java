package dev.atrium.support.mail;

import dev.atrium.support.provider.AtriumSpi;

/** The provider interface of own mail templates. */
public final class MailTemplateSpi extends AtriumSpi {
    public MailTemplateSpi() {
        super("atrium-mail-template", MailTemplateProvider.class, MailTemplateProviderFactory.class);
    }
}

package dev.atrium.support.mail;

import dev.atrium.support.provider.DefaultProviderFactory;

/** Makes a {@link MailTemplateProvider} for a session. */
public interface MailTemplateProviderFactory extends DefaultProviderFactory<MailTemplateProvider> {}

package dev.atrium.support.mail;

import dev.atrium.support.provider.QuietFactory;

/** Makes a {@link MailTemplateProvider} for a session. */
public interface MailTemplateProviderFactory extends QuietFactory<MailTemplateProvider> {}

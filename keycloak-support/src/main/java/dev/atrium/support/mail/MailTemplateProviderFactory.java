package dev.atrium.support.mail;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link MailTemplateProvider} for a session. */
public interface MailTemplateProviderFactory extends ProviderFactory<MailTemplateProvider> {}

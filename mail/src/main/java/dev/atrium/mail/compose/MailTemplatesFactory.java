package dev.atrium.mail.compose;

import dev.atrium.support.mail.MailTemplateProvider;
import dev.atrium.support.mail.MailTemplateProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Makes {@link MailTemplates}. */
public final class MailTemplatesFactory implements MailTemplateProviderFactory {
    @Override
    public MailTemplateProvider create(KeycloakSession session) {
        return new MailTemplates(session);
    }

    @Override
    public String getId() {
        return "sandbox";
    }
}

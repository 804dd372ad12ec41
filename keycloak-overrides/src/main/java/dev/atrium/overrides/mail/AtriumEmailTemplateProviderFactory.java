package dev.atrium.overrides.mail;

import dev.atrium.support.provider.DefaultProviderFactory;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.email.EmailTemplateProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Stands before Keycloak's own maker of mails. */
public final class AtriumEmailTemplateProviderFactory
        implements EmailTemplateProviderFactory, DefaultProviderFactory<EmailTemplateProvider> {
    @Override
    public EmailTemplateProvider create(KeycloakSession session) {
        return new AtriumEmailTemplateProvider(session);
    }

    @Override
    public String getId() {
        return "atrium";
    }

    /** Above Keycloak's own, which has none. */
    @Override
    public int order() {
        return 1;
    }
}

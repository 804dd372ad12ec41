package dev.atrium.eventlisteners.mail;

import org.keycloak.Config;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.email.EmailTemplateProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Stands before Keycloak's own maker of mails. */
public final class AtriumEmailTemplatesFactory implements EmailTemplateProviderFactory {
    @Override
    public EmailTemplateProvider create(KeycloakSession session) {
        return new AtriumEmailTemplates(session);
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

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

package dev.atrium.eventlisteners.mail;

import org.keycloak.Config;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Stands before Keycloak's own sender, which remains for mails that are tests of the mail server. */
public final class OutboxEmailSenderFactory implements EmailSenderProviderFactory {
    @Override
    public EmailSenderProvider create(KeycloakSession session) {
        return new OutboxEmailSender(session);
    }

    @Override
    public String getId() {
        return "atrium-outbox";
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

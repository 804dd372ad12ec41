package dev.atrium.overrides.mail;

import dev.atrium.support.provider.DefaultProviderFactory;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Stands before Keycloak's own sender, which remains for mails that are tests of the mail server. */
public final class OutboxEmailSenderProviderFactory
        implements EmailSenderProviderFactory, DefaultProviderFactory<EmailSenderProvider> {
    @Override
    public EmailSenderProvider create(KeycloakSession session) {
        return new OutboxEmailSenderProvider(session);
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
}

package dev.atrium.eventlisteners.mail;

import dev.atrium.core.outbox.Channel;
import dev.atrium.support.outbox.DeliveryProvider;
import dev.atrium.support.outbox.DeliveryProviderFactory;
import org.keycloak.Config;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the {@link SmtpDelivery}, which signs in to mail servers as Keycloak does. */
public final class SmtpDeliveryFactory implements DeliveryProviderFactory {
    @Override
    public DeliveryProvider create(KeycloakSession session) {
        DefaultEmailSenderProviderFactory keycloaks = (DefaultEmailSenderProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class, "default");
        return new SmtpDelivery(session, keycloaks.getEmailAuthenticators());
    }

    @Override
    public String getId() {
        return DeliveryProvider.idOf(Channel.MAIL);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

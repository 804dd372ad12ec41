package dev.atrium.eventlisteners.mail;

import dev.atrium.core.outbox.Channel;
import dev.atrium.support.outbox.DeliveryProvider;
import dev.atrium.support.outbox.DeliveryProviderFactory;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Makes the {@link SmtpDelivery}, which signs in to mail servers as Keycloak does. */
public final class SmtpDeliveryFactory implements DeliveryProviderFactory {
    private static final String PROJECT_SERVERS = "project-servers";

    private boolean projectServers = true;

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
    public void init(Config.Scope config) {
        projectServers = config.getBoolean(PROJECT_SERVERS, true);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(PROJECT_SERVERS)
                .type("boolean")
                .helpText("Whether projects may have mail servers of their own, which this server connects to.")
                .defaultValue(true)
                .add()
                .build();
    }

    boolean areProjectServersAllowed() {
        return projectServers;
    }
}

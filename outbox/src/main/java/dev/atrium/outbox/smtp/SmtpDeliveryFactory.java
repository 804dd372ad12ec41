package dev.atrium.outbox.smtp;

import dev.atrium.core.network.ReachableAddresses;
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
    private static final String ALLOWED_NETWORKS = "allowed-networks";

    private boolean projectServers = true;
    private ReachableAddresses reachable = ReachableAddresses.beside("");

    @Override
    public DeliveryProvider create(KeycloakSession session) {
        DefaultEmailSenderProviderFactory keycloaks = (DefaultEmailSenderProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class, "default");
        return new SmtpDelivery(session, reachable, keycloaks.getEmailAuthenticators());
    }

    @Override
    public String getId() {
        return DeliveryProvider.idOf(Channel.MAIL);
    }

    @Override
    public void init(Config.Scope config) {
        projectServers = config.getBoolean(PROJECT_SERVERS, true);
        reachable = ReachableAddresses.beside(config.get(ALLOWED_NETWORKS, ""));
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(PROJECT_SERVERS)
                .type("boolean")
                .helpText("Whether projects may have their own mail servers, to which this server connects.")
                .defaultValue(true)
                .add()
                .property()
                .name(ALLOWED_NETWORKS)
                .type("string")
                .helpText(
                        "Networks in which projects' mail servers may be, in addition to public addresses: 10.0.0.0/8,fd00::/8")
                .add()
                .build();
    }

    boolean areProjectServersAllowed() {
        return projectServers;
    }

    ReachableAddresses reachable() {
        return reachable;
    }
}

package dev.atrium.outbox.http;

import dev.atrium.core.network.ReachableAddresses;
import dev.atrium.core.outbox.Channel;
import dev.atrium.support.outbox.DeliveryProvider;
import dev.atrium.support.outbox.DeliveryProviderFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpHost;
import org.apache.http.conn.DnsResolver;
import org.apache.http.impl.conn.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.truststore.JSSETruststoreConfigurator;
import org.keycloak.truststore.TruststoreProvider;

/** Makes the {@link WebhookDelivery}, within what the server's operator allows. */
public final class WebhookDeliveryFactory implements DeliveryProviderFactory {
    private static final String ALLOW_HTTP = "allow-http";
    private static final String ALLOWED_NETWORKS = "allowed-networks";
    private static final String PROXY = "proxy";

    private WebhookRules rules = new WebhookRules(false, ReachableAddresses.beside(""));
    private Optional<HttpHost> proxy = Optional.empty();
    private @Nullable HttpSender sender;

    @Override
    public DeliveryProvider create(KeycloakSession session) {
        return new WebhookDelivery(session, sender(session), rules);
    }

    @Override
    public String getId() {
        return DeliveryProvider.idOf(Channel.WEBHOOK);
    }

    @Override
    public void init(Config.Scope config) {
        rules = new WebhookRules(
                config.getBoolean(ALLOW_HTTP, false), ReachableAddresses.beside(config.get(ALLOWED_NETWORKS, "")));
        proxy = Optional.ofNullable(config.get(PROXY)).map(HttpHost::create);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {
        try {
            if (sender != null) {
                sender.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(ALLOW_HTTP)
                .type("boolean")
                .helpText("Whether webhooks may be sent without encryption.")
                .defaultValue(false)
                .add()
                .property()
                .name(ALLOWED_NETWORKS)
                .type("string")
                .helpText("Networks that webhooks may be sent to, in addition to public addresses: 10.0.0.0/8,fd00::/8")
                .add()
                .property()
                .name(PROXY)
                .type("string")
                .helpText(
                        "The proxy that webhooks are sent through. It must itself block addresses that webhooks must not reach.")
                .add()
                .build();
    }

    private synchronized HttpSender sender(KeycloakSession session) {
        if (sender == null) {
            sender = new HttpSender(new HttpSender.Route(tls(session), resolver(), proxy));
        }
        return sender;
    }

    /** With a proxy, the only name that is looked up is the proxy's own. */
    private DnsResolver resolver() {
        return proxy.isPresent()
                ? SystemDefaultDnsResolver.INSTANCE
                : new CheckedResolver(SystemDefaultDnsResolver.INSTANCE, rules.addresses());
    }

    /** Trusts whom Keycloak trusts. */
    private static SSLContext tls(KeycloakSession session) {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            TruststoreProvider truststore = session.getProvider(TruststoreProvider.class);
            tls.init(
                    null,
                    truststore == null || truststore.getTruststore() == null
                            ? null
                            : new JSSETruststoreConfigurator(truststore).getTrustManagers(),
                    null);
            return tls;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

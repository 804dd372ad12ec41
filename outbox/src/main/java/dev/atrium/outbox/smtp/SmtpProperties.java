package dev.atrium.outbox.smtp;

import dev.atrium.outbox.queue.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.keycloak.common.enums.HostnameVerificationPolicy;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.truststore.JSSETruststoreConfigurator;
import org.keycloak.utils.StringUtil;

/** A realm's mail settings as Jakarta Mail reads them; Keycloak does the same for the mails it sends itself. */
final class SmtpProperties {
    /** Nobody waits for these mails, so a server may take its time, but no longer than an attempt may last. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, String> config;
    private final Deadline deadline;
    private final MailRoute route;
    private final MailSockets sockets;
    private final Properties properties = new Properties();

    SmtpProperties(Map<String, String> config, MailRoute route, Deadline deadline) {
        this.config = config;
        this.route = route;
        this.deadline = deadline;
        this.sockets = new MailSockets(deadline, route.reachable());
    }

    /** Jakarta Mail would look up this machine's name instead, slowly, and tell it. */
    SmtpProperties from(String address) {
        properties.setProperty("mail.from", address);
        return this;
    }

    Properties made() {
        server();
        patience();
        secure();
        return properties;
    }

    private void server() {
        copy("host", "mail.smtp.host");
        copy("port", "mail.smtp.port");
        copy("envelopeFrom", "mail.smtp.from");
        flag(on("auth"), "mail.smtp.auth");
        flag(on(EmailSenderProvider.CONFIG_ALLOW_UTF8), "mail.mime.allowutf8");
        if ("token".equals(config.get("authType"))) {
            properties.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
    }

    private void patience() {
        String patience = String.valueOf(PATIENCE.toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", config.getOrDefault("connectionTimeout", "10000"));
        properties.setProperty("mail.smtp.timeout", config.getOrDefault("timeout", patience));
        properties.setProperty("mail.smtp.writetimeout", config.getOrDefault("writeTimeout", patience));
        properties.put("mail.smtp.socketFactory", sockets);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    }

    private void secure() {
        flag(on("ssl"), "mail.smtp.ssl.enable");
        flag(on("starttls"), "mail.smtp.starttls.enable");
        // A server, or somebody between, that does not offer it gets no mail in the clear.
        flag(on("starttls"), "mail.smtp.starttls.required");
        if (on("ssl") || on("starttls") || on("auth")) {
            trust(route.truststore().get());
        }
    }

    private void trust(JSSETruststoreConfigurator truststore) {
        SSLSocketFactory factory = truststore.getSSLSocketFactory();
        if (factory == null) {
            return;
        }
        boolean anyHost = truststore.getProvider().getPolicy() == HostnameVerificationPolicy.ANY;
        if (!anyHost || !on("ssl")) {
            // Jakarta Mail, told to trust any host, passes this by and takes a socket that no deadline would close.
            properties.put("mail.smtp.ssl.socketFactory", new MailTlsSockets(factory, sockets, deadline));
        }
        properties.setProperty("mail.smtp.ssl.checkserveridentity", String.valueOf(!anyHost));
        if (anyHost) {
            properties.setProperty("mail.smtp.ssl.trust", "*");
        }
    }

    private boolean on(String setting) {
        return "true".equals(config.get(setting));
    }

    private void flag(boolean on, String property) {
        if (on) {
            properties.setProperty(property, "true");
        }
    }

    private void copy(String setting, String property) {
        String value = config.get(setting);
        if (StringUtil.isNotBlank(value)) {
            properties.setProperty(property, value);
        }
    }
}

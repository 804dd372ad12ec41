package dev.atrium.eventlisteners.mail;

import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.support.outbox.DeliveryProvider;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailAuthenticator;
import org.keycloak.email.EmailAuthenticator.AuthenticatorType;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Sends mails by SMTP. */
final class SmtpDelivery implements DeliveryProvider {
    private static final Logger LOG = Logger.getLogger(SmtpDelivery.class);

    private final KeycloakSession session;
    private final Map<AuthenticatorType, EmailAuthenticator> authenticators;

    SmtpDelivery(KeycloakSession session, Map<AuthenticatorType, EmailAuthenticator> authenticators) {
        this.session = session;
        this.authenticators = authenticators;
    }

    @Override
    public DeliveryResult deliver(RealmModel realm, OutgoingMessage message, Duration atMost) {
        Map<String, String> config = realm.getSmtpConfig();
        MimeMail mail = new MimeMail(config);
        try {
            Session smtp = Session.getInstance(SmtpProperties.of(session, config, mail.from()));
            MimeMail.Envelope envelope =
                    new MimeMail.Envelope(message.id().value(), message.recipient(), message.created());
            return send(smtp, mail.build(smtp, envelope, MailContent.read(message.content())), atMost);
        } catch (EmailException unfit) {
            return new DeliveryResult.Deferred("The realm's mail settings do not fit: " + unfit.getMessage());
        } catch (MessagingException bug) {
            throw new IllegalStateException("a mail cannot be written down", bug);
        }
    }

    private DeliveryResult send(Session smtp, MimeMessage mail, Duration atMost) throws MessagingException {
        Map<String, String> config = session.getContext().getRealm().getSmtpConfig();
        Transport transport = smtp.getTransport("smtp");
        Deadline deadline = Deadline.close(transport, atMost);
        try {
            authenticator(config).connect(session, config, transport);
            transport.sendMessage(mail, mail.getAllRecipients());
            return new DeliveryResult.Delivered();
        } catch (EmailException noAnswer) {
            return new DeliveryResult.Unreachable("The mail server cannot be used: " + SmtpAnswer.reason(noAnswer));
        } catch (MessagingException refused) {
            return SmtpAnswer.result(refused);
        } finally {
            deadline.met();
            takeLeave(transport);
        }
    }

    /** A server that hangs up before it is bidden farewell has the mail all the same. */
    private static void takeLeave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException hungUp) {
            LOG.debug("The mail server hung up", hungUp);
        }
    }

    private EmailAuthenticator authenticator(Map<String, String> config) throws EmailException {
        AuthenticatorType type = AuthenticatorType.NONE;
        if ("true".equals(config.get("auth"))) {
            type = "token".equals(config.get("authType")) ? AuthenticatorType.TOKEN : AuthenticatorType.BASIC;
        }
        EmailAuthenticator authenticator = authenticators.get(type);
        if (authenticator == null) {
            throw new EmailException("Keycloak has no " + type + " authentication to a mail server");
        }
        return authenticator;
    }

    @Override
    public void close() {}
}

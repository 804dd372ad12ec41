package dev.atrium.eventlisteners.mail;

import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.outbox.OutgoingMessage;
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

/** One attempt to have a mail server take a mail. */
final class SmtpAttempt {
    private static final Logger LOG = Logger.getLogger(SmtpAttempt.class);

    private final KeycloakSession session;
    private final Map<String, String> config;
    private final Map<AuthenticatorType, EmailAuthenticator> authenticators;
    private final Duration longest;
    private boolean unfit;

    SmtpAttempt(
            KeycloakSession session,
            Map<String, String> config,
            Map<AuthenticatorType, EmailAuthenticator> authenticators,
            Duration longest) {
        this.session = session;
        this.config = config;
        this.authenticators = authenticators;
        this.longest = longest;
    }

    DeliveryResult send(OutgoingMessage message) {
        MimeMail mail = new MimeMail(config);
        try {
            Session smtp = Session.getInstance(SmtpProperties.of(session, config, mail.from()));
            MimeMail.Envelope envelope =
                    new MimeMail.Envelope(message.id().value(), message.recipient(), message.created());
            return send(smtp, mail.build(smtp, envelope, MailContent.read(message.content())));
        } catch (EmailException wrong) {
            unfit = true;
            return new DeliveryResult.Deferred("The mail settings do not fit: " + wrong.getMessage());
        } catch (MessagingException bug) {
            throw new IllegalStateException("a mail cannot be written down", bug);
        }
    }

    /** Whether another server is to be tried: it never gets so far as to take the mail. */
    boolean isPassedBy(DeliveryResult result, boolean patient) {
        return unfit || (!patient && result instanceof DeliveryResult.Unreachable);
    }

    private DeliveryResult send(Session smtp, MimeMessage mail) throws MessagingException {
        Transport transport = smtp.getTransport("smtp");
        Deadline deadline = Deadline.close(transport, longest);
        try {
            authenticator().connect(session, config, transport);
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

    private EmailAuthenticator authenticator() throws EmailException {
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
}

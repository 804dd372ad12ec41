package dev.atrium.outbox.smtp;

import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.outbox.message.MailContent;
import dev.atrium.outbox.queue.Deadline;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.utils.StringUtil;

/** One attempt to have a mail server take a mail. */
final class SmtpAttempt {
    private static final Logger LOG = Logger.getLogger(SmtpAttempt.class);

    private final Map<String, String> config;
    private final SmtpSignIn signIn;
    private final MailRoute route;
    private final Duration longest;
    private boolean unfit;
    private boolean connected;

    SmtpAttempt(Map<String, String> config, SmtpSignIn signIn, MailRoute route, Duration longest) {
        this.config = config;
        this.signIn = signIn;
        this.route = route;
        this.longest = longest;
    }

    DeliveryResult send(OutgoingMessage message) {
        if (StringUtil.isBlank(config.get("host"))) {
            return new DeliveryResult.Deferred(
                    "There is no longer a mail server; set one in the e-mail settings of the realm.");
        }
        if (route.isClosedTo(config.getOrDefault("host", ""))) {
            return SmtpAnswer.NOBODY_THERE;
        }
        MimeMail mail = new MimeMail(config);
        try (Deadline deadline = Deadline.after(longest)) {
            Session smtp = Session.getInstance(new SmtpProperties(config, route, deadline)
                    .from(mail.from())
                    .made());
            MimeMail.Envelope envelope =
                    new MimeMail.Envelope(message.id().value(), message.recipient(), message.created());
            MimeMessage built = mail.build(smtp, envelope, MailContent.read(message.content()));
            return send(smtp.getTransport("smtp"), built, deadline);
        } catch (EmailException wrong) {
            unfit = true;
            return new DeliveryResult.Deferred("The e-mail settings are not valid: " + wrong.getMessage());
        } catch (MessagingException bug) {
            throw new IllegalStateException("a mail cannot be written down", bug);
        }
    }

    /** Whether another server is to be tried: it never gets so far as to take the mail. */
    boolean isPassedBy(DeliveryResult result, boolean patient) {
        return unfit || (!patient && !connected && result instanceof DeliveryResult.Unreachable);
    }

    private DeliveryResult send(Transport transport, MimeMessage mail, Deadline deadline) {
        try {
            signIn.to(transport);
            connected = true;
            transport.sendMessage(mail, mail.getAllRecipients());
            return new DeliveryResult.Delivered();
        } catch (EmailException noAnswer) {
            return SmtpAnswer.unusable(noAnswer);
        } catch (MessagingException refused) {
            return deadline.hasPassed() ? SmtpAnswer.none() : SmtpAnswer.result(refused);
        } finally {
            takeLeave(transport);
        }
    }

    /** A server that hangs up before it is bidden farewell has the mail all the same. */
    private static void takeLeave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException hungUp) {
            LOG.debug("The mail server closed the connection", hungUp);
        }
    }
}

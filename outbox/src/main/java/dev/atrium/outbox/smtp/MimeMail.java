package dev.atrium.outbox.smtp;

import dev.atrium.outbox.message.MailContent;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.utils.EmailValidationUtil;
import org.keycloak.utils.SMTPUtil;
import org.keycloak.utils.StringUtil;

/** Mails as they travel, sent by whom a realm's mail settings say. */
public final class MimeMail {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Who gets a mail, under which id, and when it was made. */
    record Envelope(String id, String to, Instant made) {}

    private final Map<String, String> config;

    public MimeMail(Map<String, String> config) {
        this.config = config;
    }

    /** The address as a mail server takes it: refuses what is none, and what needs SMTPUTF8 where that is off. */
    public String checkAddress(@Nullable String address) throws EmailException {
        String ascii = address != null && EmailValidationUtil.isValidEmail(address) ? converted(address) : null;
        if (ascii == null) {
            throw new EmailException("The mail server does not accept this address: " + address);
        }
        return ascii;
    }

    String from() throws EmailException {
        if (StringUtil.isBlank(config.get("from"))) {
            throw new EmailException("the sender address ('From') is missing; set it");
        }
        return checkAddress(config.get("from"));
    }

    MimeMessage build(Session session, Envelope envelope, MailContent content)
            throws MessagingException, EmailException {
        String from = from();
        MimeMessage message = new WithId(session, "<" + envelope.id() + from.substring(from.lastIndexOf('@')) + ">");
        InternetAddress sender = named(from, config.get("fromDisplayName"));
        String replyTo = config.get("replyTo");
        message.setFrom(sender);
        message.setReplyTo(new Address[] {
            StringUtil.isNotBlank(replyTo) ? named(checkAddress(replyTo), config.get("replyToDisplayName")) : sender
        });
        message.setRecipient(RecipientType.TO, new InternetAddress(checkAddress(envelope.to())));
        message.setSubject(content.subject(), UTF_8);
        message.setSentDate(Date.from(envelope.made()));
        // RFC 3834, section 5: no vacation notices in return.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(body(content));
        message.saveChanges();
        return message;
    }

    private @Nullable String converted(String address) {
        if ("true".equals(config.get(EmailSenderProvider.CONFIG_ALLOW_UTF8))) {
            return address;
        }
        String ascii = SMTPUtil.convertIDNEmailAddress(address);
        return ascii != null && ascii.chars().allMatch(c -> c < 128) ? ascii : null;
    }

    private static InternetAddress named(String address, @Nullable String name) throws MessagingException {
        try {
            return StringUtil.isBlank(name) ? new InternetAddress(address) : new InternetAddress(address, name, UTF_8);
        } catch (UnsupportedEncodingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static MimeMultipart body(MailContent content) throws MessagingException {
        MimeMultipart body = new MimeMultipart("alternative");
        if (content.text() != null) {
            MimeBodyPart part = new MimeBodyPart();
            part.setText(content.text(), UTF_8);
            body.addBodyPart(part);
        }
        if (content.html() != null) {
            MimeBodyPart part = new MimeBodyPart();
            part.setContent(content.html(), "text/html; charset=UTF-8");
            body.addBodyPart(part);
        }
        return body;
    }

    /** A message that keeps its id however often it is sent. */
    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

package dev.atrium.tests.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail as its reader sees it, and as it came. */
public record ReceivedMail(MimeMessage message, String raw, String text, String html) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");

    static ReceivedMail parse(String raw) {
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
            return new ReceivedMail(message, raw, part(message, "text/plain"), part(message, "text/html"));
        } catch (MessagingException | IOException e) {
            throw new AssertionError("not a mail: " + raw, e);
        }
    }

    public String subject() {
        return header(MimeMessage::getSubject);
    }

    public String to() {
        return address(message -> message.getAllRecipients()[0]).getAddress();
    }

    public InternetAddress from() {
        return address(message -> message.getFrom()[0]);
    }

    public InternetAddress replyTo() {
        return address(message -> message.getReplyTo()[0]);
    }

    public String id() {
        return header(MimeMessage::getMessageID);
    }

    /** The first address in the text to open. */
    public String link() {
        Matcher link = LINK.matcher(text);
        if (link.find()) {
            return link.group();
        }
        throw new AssertionError("no link in " + text);
    }

    private InternetAddress address(Header<Address> of) {
        return (InternetAddress) header(of);
    }

    private <T> T header(Header<T> of) {
        try {
            return of.of(message);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        StringBuilder text = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(part(parts.getBodyPart(i), type));
            }
        }
        return text.toString();
    }

    private interface Header<T> {
        T of(MimeMessage message) throws MessagingException;
    }
}

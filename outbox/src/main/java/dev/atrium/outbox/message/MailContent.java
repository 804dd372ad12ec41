package dev.atrium.outbox.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.atrium.core.mail.WrittenMail;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * What a mail says, as the outbox keeps it.
 *
 * @param occasion what it is sent for, where that may end before it is sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MailContent(
        String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable MailOccasion occasion) {
    /** Line breaks in a subject would begin a header of the sender's choice. */
    public MailContent {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    public MailContent(String subject, @Nullable String text, @Nullable String html) {
        this(subject, text, html, null);
    }

    public MailContent sentFor(MailOccasion what) {
        return new MailContent(subject, text, html, what);
    }

    public static MailContent of(WrittenMail mail) {
        return new MailContent(mail.subject(), mail.text(), mail.html().orElse(null));
    }

    public WrittenMail written() {
        return new WrittenMail(subject, text == null ? "" : text, Optional.ofNullable(html));
    }

    public String json() {
        try {
            return JsonSerialization.mapper.writeValueAsString(this);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    public static MailContent read(String json) {
        try {
            return JsonSerialization.mapper.readValue(json, MailContent.class);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }
}

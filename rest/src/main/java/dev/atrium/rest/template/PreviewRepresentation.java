package dev.atrium.rest.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atrium.core.mail.WrittenMail;
import dev.atrium.support.mail.MailTemplateProvider.Origin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A mail with sample data as JSON, and whose words it has. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewRepresentation(
        String origin,
        String subject,
        String text,
        @Nullable String html) {
    static PreviewRepresentation of(Origin origin, WrittenMail mail) {
        return new PreviewRepresentation(
                origin.name().toLowerCase(Locale.ROOT),
                mail.subject(),
                mail.text(),
                mail.html().orElse(null));
    }
}

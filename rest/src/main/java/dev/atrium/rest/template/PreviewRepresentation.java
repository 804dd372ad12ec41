package dev.atrium.rest.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atrium.core.mail.WrittenMail;
import dev.atrium.support.mail.MailTemplateProvider.Preview;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail with sample data as JSON, and whose words it has.
 *
 * @param problems why its template, saved earlier, would be refused today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewRepresentation(
        String origin,
        String subject,
        String text,
        @Nullable String html,
        @Nullable List<TemplateRefusal.Place> problems) {
    static PreviewRepresentation of(Preview preview, WrittenMail mail) {
        return new PreviewRepresentation(
                preview.origin().name().toLowerCase(Locale.ROOT),
                mail.subject(),
                mail.text(),
                mail.html().orElse(null),
                TemplateRefusal.Place.orNothing(preview.problems()));
    }
}

package dev.atrium.mail.compose;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.outbox.message.MailKind;
import dev.atrium.outbox.message.MailOccasion;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mail to be written.
 *
 * @param user whom it goes to, when that is somebody the realm knows
 * @param project on whose behalf it goes
 * @param values of its variables, beside those of every mail
 * @param occasion what it is sent for
 */
public record MailRequest(
        MailKind kind,
        String address,
        Locale locale,
        Optional<UserId> user,
        Optional<ProjectId> project,
        Map<MailVariables, String> values,
        MailOccasion occasion) {
    public MailRequest {
        values = Map.copyOf(values);
    }

    /** The same mail, sent for this. */
    public MailRequest sentFor(MailOccasion what) {
        return new MailRequest(kind, address, locale, user, project, values, what);
    }

    /** What a custom template is asked to write. */
    CustomMails.Ordered ordered() {
        Map<String, String> named = new HashMap<>();
        values.forEach((variable, value) -> named.put(variable.written(), value));
        named.put(MailVariables.RECIPIENT_EMAIL.written(), address);
        return new CustomMails.Ordered(kind.id(), project, locale, named);
    }
}

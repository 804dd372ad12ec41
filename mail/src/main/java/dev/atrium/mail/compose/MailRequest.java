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
 * @param variables what its text may name, beside what every mail may name
 * @param occasion what it is sent for
 */
public record MailRequest(
        MailKind kind,
        String address,
        Locale locale,
        Optional<UserId> user,
        Optional<ProjectId> project,
        Map<String, Object> variables,
        MailOccasion occasion) {
    public MailRequest {
        variables = Map.copyOf(variables);
    }

    /** The same mail, sent for this. */
    public MailRequest sentFor(MailOccasion what) {
        return new MailRequest(kind, address, locale, user, project, variables, what);
    }

    /** The same mail with more variables; what it has already stays. */
    MailRequest with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.putAll(variables);
        return new MailRequest(kind, address, locale, user, project, all, occasion);
    }
}

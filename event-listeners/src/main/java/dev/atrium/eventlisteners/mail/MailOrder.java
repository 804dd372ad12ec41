package dev.atrium.eventlisteners.mail;

import dev.atrium.core.project.ProjectId;
import dev.atrium.core.project.UserId;
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
public record MailOrder(
        MailKind kind,
        String address,
        Locale locale,
        Optional<UserId> user,
        Optional<ProjectId> project,
        Map<String, Object> variables,
        MailOccasion occasion) {
    public MailOrder {
        variables = Map.copyOf(variables);
    }

    /** The same mail, sent for this. */
    public MailOrder sentFor(MailOccasion what) {
        return new MailOrder(kind, address, locale, user, project, variables, what);
    }

    /** The same mail with more variables; what it has already stays. */
    MailOrder with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.putAll(variables);
        return new MailOrder(kind, address, locale, user, project, all, occasion);
    }
}

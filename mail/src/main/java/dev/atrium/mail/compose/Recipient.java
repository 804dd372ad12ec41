package dev.atrium.mail.compose;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.project.PersonName;
import dev.atrium.mail.language.MailTimes;
import dev.atrium.outbox.message.MailKind;
import dev.atrium.outbox.message.MailOccasion;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Somebody whom the realm knows and mails may go to. */
public record Recipient(UserModel user, String address, Locale locale) {
    /** Nobody, when the user is disabled or has no e-mail address. */
    public static Optional<Recipient> of(KeycloakSession session, UserModel user) {
        return at(session, user, user.getEmail());
    }

    /** This user at an address that may be another one. */
    public static Optional<Recipient> at(KeycloakSession session, UserModel user, @Nullable String address) {
        return user.isEnabled() && address != null && !address.isBlank()
                ? Optional.of(new Recipient(user, address, session.getContext().resolveLocale(user, true)))
                : Optional.empty();
    }

    /** Somebody's first and last name, in the order of its script; empty where they have none. */
    public static Optional<String> nameOf(UserModel user) {
        return PersonName.full(user);
    }

    /** How this person reads points in time in a mail of that project, or of none. */
    public MailTimes times(KeycloakSession session, Optional<ProjectId> project) {
        return MailTimes.of(session, locale, user, project);
    }

    /** A mail to this person. */
    public MailRequest request(MailKind kind, Optional<ProjectId> project, Map<MailVariables, String> values) {
        Map<MailVariables, String> all = new HashMap<>(values);
        nameOf(user).ifPresent(name -> all.put(MailVariables.RECIPIENT_NAME, name));
        return new MailRequest(
                kind, address, locale, Optional.of(new UserId(user.getId())), project, all, MailOccasion.NONE);
    }
}

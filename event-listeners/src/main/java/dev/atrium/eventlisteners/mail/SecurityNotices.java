package dev.atrium.eventlisteners.mail;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.mail.compose.MailVariables;
import dev.atrium.mail.compose.Recipient;
import dev.atrium.outbox.message.MailKind;
import dev.atrium.support.time.KeycloakClock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/** Tells people what changed in their account. */
final class SecurityNotices {
    private final KeycloakSession session;
    private final MailSending mailing;

    SecurityNotices(KeycloakSession session, RealmModel realm) {
        this.session = session;
        mailing = new MailSending(session, realm);
    }

    /** Whether people are told at all of what concerns no single project. */
    boolean areSent() {
        return mailing.sends(MailKind.SECURITY_NOTICE, Optional.empty());
    }

    void send(UserModel user, AccountChange change, Optional<ProjectId> project) {
        if (mailing.sends(MailKind.SECURITY_NOTICE, project)) {
            Recipient.of(session, user).ifPresent(recipient -> send(recipient, change, project));
        }
    }

    /** Tells both the new and the old address, where there was one. */
    void emailChanged(UserModel user, String before, AccountChange change) {
        if (!areSent() || StringUtil.isBlank(before) || before.equalsIgnoreCase(user.getEmail())) {
            return;
        }
        Recipient.of(session, user).ifPresent(recipient -> send(recipient, change, Optional.empty()));
        AccountChange left = new AccountChange("email-old", before, change.ipAddress(), change.byAdministrator());
        Recipient.at(session, user, before).ifPresent(recipient -> send(recipient, left, Optional.empty()));
    }

    private void send(Recipient recipient, AccountChange change, Optional<ProjectId> project) {
        Map<MailVariables, String> values = new HashMap<>();
        String message = MailKind.SECURITY_NOTICE.id() + "." + change.message();
        values.put(MailVariables.OCCASION, mailing.words(recipient.locale()).say(message, change.value()));
        values.put(MailVariables.WHEN, recipient.times(session, project).written(KeycloakClock.INSTANCE.instant()));
        values.put(MailVariables.BY_ADMINISTRATOR, String.valueOf(change.byAdministrator()));
        change.ipAddress().ifPresent(address -> values.put(MailVariables.IP_ADDRESS, address));
        mailing.send(recipient, MailKind.SECURITY_NOTICE, project, values);
    }
}

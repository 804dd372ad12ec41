package dev.atrium.eventlisteners.mail;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.mail.compose.MailComposer;
import dev.atrium.mail.compose.MailRequest;
import dev.atrium.mail.compose.MailSwitches;
import dev.atrium.mail.compose.MailVariables;
import dev.atrium.mail.compose.Recipient;
import dev.atrium.mail.language.MailMessages;
import dev.atrium.outbox.message.MailKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Sends what a realm sends by itself: the kinds of mail that are switched on, where it has a mail server. */
final class MailSending {
    private static final Logger LOG = Logger.getLogger(MailSending.class);

    private final RealmModel realm;
    private final MailComposer composer;
    private final MailSwitches switches;

    MailSending(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        composer = new MailComposer(session, realm);
        switches = new MailSwitches(session, realm);
    }

    boolean sends(MailKind kind, Optional<ProjectId> project) {
        if (!composer.hasServer(project)) {
            LOG.debugf("Realm %s has no mail server, so %s is not sent", realm.getName(), kind.id());
            return false;
        }
        return switches.isOn(kind, project);
    }

    MailMessages words(Locale locale) {
        return composer.words(locale);
    }

    void send(MailRequest request) {
        composer.send(request);
    }

    void send(Recipient recipient, MailKind kind, Optional<ProjectId> project, Map<MailVariables, String> values) {
        composer.send(recipient.request(kind, project, values));
    }
}

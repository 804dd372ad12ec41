package dev.atrium.eventlisteners.occasion;

import dev.atrium.core.project.ProjectId;
import dev.atrium.eventlisteners.mail.MailKind;
import dev.atrium.eventlisteners.mail.MailOrder;
import dev.atrium.eventlisteners.mail.MailRoom;
import dev.atrium.eventlisteners.mail.MailSwitches;
import dev.atrium.eventlisteners.mail.MailWords;
import dev.atrium.eventlisteners.mail.Recipient;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Sends what a realm sends by itself: the kinds of mail that are switched on, where it has a mail server. */
final class Mailing {
    private static final Logger LOG = Logger.getLogger(Mailing.class);

    private final RealmModel realm;
    private final MailRoom room;
    private final MailSwitches switches;

    Mailing(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        room = new MailRoom(session, realm);
        switches = new MailSwitches(session, realm);
    }

    boolean sends(MailKind kind, Optional<ProjectId> project) {
        if (!room.hasServer(project)) {
            LOG.debugf("Realm %s has no mail server, so %s is not sent", realm.getName(), kind.id());
            return false;
        }
        return switches.isOn(kind, project);
    }

    MailWords words(Locale locale) {
        return room.words(locale);
    }

    void send(MailOrder order) {
        room.send(order);
    }

    void send(Recipient recipient, MailKind kind, Optional<ProjectId> project, Map<String, Object> variables) {
        room.send(recipient.order(kind, project, variables));
    }
}

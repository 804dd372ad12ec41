package dev.atrium.eventlisteners.mail;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.support.outbox.OutboxProvider;
import dev.atrium.support.time.KeycloakClock;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Writes the mails of a realm and puts them into the outbox, in the transaction of its session. */
public final class MailRoom {
    private final KeycloakSession session;
    private final RealmModel realm;

    public MailRoom(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The words of this realm's mails in that language. */
    public MailWords words(Locale locale) {
        return new ThemeMail(session, realm).words(locale);
    }

    public void send(MailOrder order) {
        MailContent content = new ThemeMail(session, realm).write(order);
        session.getProvider(OutboxProvider.class)
                .add(
                        realm,
                        new OutgoingMessage(
                                new MessageId(KeycloakModelUtils.generateId()),
                                Channel.MAIL,
                                new Destination("smtp/" + realm.getId()),
                                order.address().toLowerCase(Locale.ROOT),
                                order.kind().id(),
                                content.json(),
                                order.user(),
                                order.project(),
                                KeycloakClock.INSTANCE.instant()));
    }
}

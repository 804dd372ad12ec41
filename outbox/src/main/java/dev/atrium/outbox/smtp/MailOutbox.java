package dev.atrium.outbox.smtp;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.outbox.message.MailContent;
import dev.atrium.support.outbox.OutboxProvider;
import dev.atrium.support.time.KeycloakClock;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Has the mails of a realm sent, by the mail server of their project or by the realm's. */
public final class MailOutbox {
    private final KeycloakSession session;
    private final RealmModel realm;

    /** A mail, to whom it goes, about whom, and on whose behalf. */
    public record Letter(
            String address, String topic, MailContent content, Optional<UserId> user, Optional<ProjectId> project) {}

    public MailOutbox(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public MessageId add(Letter letter) {
        MessageId id = new MessageId(KeycloakModelUtils.generateId());
        session.getProvider(OutboxProvider.class)
                .add(
                        realm,
                        new OutgoingMessage(
                                id,
                                Channel.MAIL,
                                new SenderSettings(session, realm).destination(letter.project()),
                                letter.address().toLowerCase(Locale.ROOT),
                                letter.topic(),
                                letter.content().json(),
                                letter.user(),
                                letter.project(),
                                KeycloakClock.INSTANCE.instant()));
        return id;
    }
}

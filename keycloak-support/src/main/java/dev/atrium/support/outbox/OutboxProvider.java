package dev.atrium.support.outbox;

import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.core.store.Outcome;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Takes messages to be sent once the transaction of its session has committed; never when that rolls back. */
public interface OutboxProvider extends Provider {
    void add(RealmModel realm, OutgoingMessage message);

    /** Has a message be sent again, or at last: {@link Outcome#DONE} or NOT_FOUND. */
    Outcome resend(RealmModel realm, MessageId id);
}

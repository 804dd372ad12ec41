package dev.atrium.support.outbox;

import dev.atrium.core.outbox.OutgoingMessage;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Takes messages to be sent once the transaction of its session has committed; never when that rolls back. */
public interface OutboxProvider extends Provider {
    void add(RealmModel realm, OutgoingMessage message);
}

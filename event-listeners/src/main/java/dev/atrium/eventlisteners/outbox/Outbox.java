package dev.atrium.eventlisteners.outbox;

import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.support.outbox.OutboxProvider;
import dev.atrium.support.store.AtriumStoreProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Keeps messages in the transaction of its session, and has them sent as soon as that has committed. */
final class Outbox implements OutboxProvider {
    private final KeycloakSession session;
    private final OutboxWorkers workers;

    Outbox(KeycloakSession session, OutboxWorkers workers) {
        this.session = session;
        this.workers = workers;
    }

    @Override
    public void add(RealmModel realm, OutgoingMessage message) {
        session.getProvider(AtriumStoreProvider.class).outbox(realm).add(message);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                workers.wake(message.channel());
            }

            @Override
            protected void rollbackImpl() {
                // The message went with the transaction.
            }
        });
    }

    @Override
    public void close() {}
}

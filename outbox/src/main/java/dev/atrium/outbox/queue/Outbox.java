package dev.atrium.outbox.queue;

import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutboxStore;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.core.store.Outcome;
import dev.atrium.support.outbox.OutboxProvider;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
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
        store(realm).add(message);
        afterCommit(() -> workers.wake(message.channel()));
    }

    @Override
    public Outcome resend(RealmModel realm, MessageId id) {
        afterCommit(workers::wakeAll);
        return store(realm).resend(id, KeycloakClock.INSTANCE.instant());
    }

    @Override
    public void close() {}

    private OutboxStore store(RealmModel realm) {
        return session.getProvider(AtriumStoreProvider.class).outbox(realm);
    }

    private void afterCommit(Runnable work) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                work.run();
            }

            @Override
            protected void rollbackImpl() {
                // What there was to send went with the transaction.
            }
        });
    }
}

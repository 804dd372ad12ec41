package dev.atrium.outbox.queue;

import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** Deletes messages, and the personal data in them, some days after they ended, {@code keep-days} of {@link OutboxFactory}. */
final class RetentionTask implements ScheduledTask {
    private final Duration keep;

    RetentionTask(Duration keep) {
        this.keep = keep;
    }

    @Override
    public void run(KeycloakSession session) {
        session.getProvider(AtriumStoreProvider.class)
                .outboxQueue()
                .forget(KeycloakClock.INSTANCE.instant().minus(keep));
    }

    @Override
    public String getTaskName() {
        return "atrium-outbox-forgetting";
    }
}

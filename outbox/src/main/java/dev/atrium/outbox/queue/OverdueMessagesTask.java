package dev.atrium.outbox.queue;

import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** Has sent what nobody sent right after its transaction: what is tried again, and what a node left behind. */
final class OverdueMessagesTask implements ScheduledTask {
    private final OutboxWorkers workers;

    OverdueMessagesTask(OutboxWorkers workers) {
        this.workers = workers;
    }

    @Override
    public void run(KeycloakSession session) {
        workers.wakeAll();
    }

    @Override
    public String getTaskName() {
        return "atrium-outbox-leftovers";
    }
}

package dev.atrium.outbox.queue;

import dev.atrium.core.outbox.Channel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.keycloak.models.KeycloakSessionFactory;

/** One worker for each channel, so that a slow mail server holds up no webhook. */
final class OutboxWorkers implements AutoCloseable {
    private static final Duration TO_END = Duration.ofSeconds(10);

    private final Map<Channel, OutboxWorker> workers = new EnumMap<>(Channel.class);

    OutboxWorkers(KeycloakSessionFactory sessions, Duration attemptAtMost) {
        for (Channel channel : Channel.values()) {
            workers.put(channel, new OutboxWorker(channel, new JobSessions(sessions), attemptAtMost));
        }
    }

    void wake(Channel channel) {
        OutboxWorker worker = workers.get(channel);
        if (worker != null) {
            worker.wake();
        }
    }

    void wakeAll() {
        workers.values().forEach(OutboxWorker::wake);
    }

    /** Lets what is being sent come to its end, for what is cut off may have arrived and would be sent again. */
    @Override
    public void close() {
        long end = System.nanoTime() + TO_END.toNanos();
        workers.values().forEach(OutboxWorker::stop);
        workers.values().forEach(worker -> worker.awaitEnd(Duration.ofNanos(end - System.nanoTime())));
    }
}

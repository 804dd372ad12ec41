package dev.atrium.eventlisteners.outbox;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DueMessage;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Sends the due messages of one channel on this node, until there are none; then sleeps until it is woken. */
final class OutboxWorker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);
    private static final int SENDERS = 4;
    private static final int AT_ONCE = 100;

    private final Channel channel;
    private final JobSessions sessions;
    private final RestingDestinations resting = new RestingDestinations(KeycloakClock.INSTANCE);
    private final DeliveryAttempt attempt;
    private final ExecutorService loop;
    private final ExecutorService senders;
    private final AtomicBoolean woken = new AtomicBoolean();

    OutboxWorker(Channel channel, JobSessions sessions, Duration attemptAtMost) {
        this.channel = channel;
        this.sessions = sessions;
        this.attempt = new DeliveryAttempt(sessions, resting, attemptAtMost);
        this.loop = Executors.newSingleThreadExecutor(threads("loop"));
        this.senders = Executors.newFixedThreadPool(SENDERS, threads("sender"));
    }

    /** Returns at once, whatever there is to send. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                loop.execute(this::sendAll);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("The server stops; what waits is sent by another node, or after the next start");
            }
        }
    }

    @Override
    public void close() {
        loop.shutdownNow();
        senders.shutdownNow();
    }

    private void sendAll() {
        woken.set(false);
        try {
            List<DueMessage> due = due();
            while (!due.isEmpty()) {
                send(due);
                due = due();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private List<DueMessage> due() {
        return sessions.queue(queue -> queue.due(channel, KeycloakClock.INSTANCE.instant(), resting.now(), AT_ONCE));
    }

    private void send(List<DueMessage> due) throws InterruptedException {
        List<Callable<Boolean>> attempts = due.stream()
                .map(message -> (Callable<Boolean>) () -> attempt.make(message))
                .toList();
        for (Future<Boolean> made : senders.invokeAll(attempts)) {
            try {
                made.get();
            } catch (ExecutionException broken) {
                LOG.errorf(broken.getCause(), "A message of the outbox could not be handled; it is tried again");
            }
        }
    }

    private ThreadFactory threads(String role) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "atrium-outbox-" + channel + "-" + role + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            // Only the loop comes here, when the database is away: the timer wakes it again.
            thread.setUncaughtExceptionHandler((ended, broken) ->
                    LOG.errorf(broken, "The outbox cannot be read; the next attempt follows within seconds"));
            return thread;
        };
    }
}

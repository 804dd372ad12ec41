package dev.atrium.outbox.queue;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.DueMessage;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Sends the due messages of one channel on this node, until there are none; then sleeps until it is woken.
 *
 * <p>One thread looks for them and hands them out, and waits for nobody: each attempt that ends makes room for the next.
 */
final class OutboxWorker {
    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);
    private static final int AT_ONCE = 100;

    private final Channel channel;
    private final JobSessions sessions;
    private final PausedDestinations resting = new PausedDestinations(KeycloakClock.INSTANCE);
    private final DeliveryAttempt attempt;
    private final ExecutorService loop;
    private final ExecutorService senders;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final RunningAttempts underWay = new RunningAttempts(); // the loop's own, as the next
    private final List<DueMessage> found = new ArrayList<>();

    OutboxWorker(Channel channel, JobSessions sessions, Duration attemptAtMost) {
        this.channel = channel;
        this.sessions = sessions;
        this.attempt = new DeliveryAttempt(sessions, resting, attemptAtMost);
        this.loop = Executors.newSingleThreadExecutor(threads("loop"));
        this.senders = Executors.newCachedThreadPool(threads("sender"));
    }

    /** Returns at once, whatever there is to send. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            inTurn(this::look);
        }
    }

    /** Begins nothing more. */
    void stop() {
        loop.shutdownNow();
        senders.shutdown();
    }

    /** Returns when all that was begun has ended, and breaks off what has not after so long. */
    void awaitEnd(Duration atMost) {
        try {
            senders.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        senders.shutdownNow();
    }

    private void inTurn(Runnable step) {
        try {
            loop.execute(step);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The server stops; waiting messages are sent by another node, or after the next start");
        }
    }

    /** Keeps what was found for destinations that are busy, for they are not looked for again meanwhile. */
    private void look() {
        woken.set(false);
        if (underWay.isFull()) {
            return;
        }
        Set<Destination> busy = underWay.fullDestinations();
        found.removeIf(message -> !busy.contains(message.destination()));
        Set<Destination> left = new HashSet<>(resting.now());
        left.addAll(busy);
        sessions.queue(queue -> queue.due(channel, KeycloakClock.INSTANCE.instant(), left, AT_ONCE)).stream()
                .filter(message -> !underWay.holds(message))
                .forEach(found::add);
        handOut();
    }

    /** False when there was nothing for which there is room. */
    private boolean handOut() {
        return found.removeIf(message -> {
            boolean begun = underWay.begin(message);
            if (begun) {
                senders.execute(() -> send(message));
            }
            return begun;
        });
    }

    private void send(DueMessage message) {
        AtomicBoolean broken = new AtomicBoolean(true);
        try {
            attempt.make(message);
            broken.set(false);
        } finally {
            inTurn(() -> ended(message, broken.get()));
        }
    }

    /** Looks no further after a failure of our own: when the database is away, the timer tries again. */
    private void ended(DueMessage message, boolean broken) {
        underWay.end(message);
        if (!handOut() && !broken) {
            look();
        }
    }

    private ThreadFactory threads(String role) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "atrium-outbox-" + channel + "-" + role + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((ended, failure) -> LOG.errorf(
                    failure, "The outbox could not be read, or a message could not be processed; it is tried again"));
            return thread;
        };
    }
}

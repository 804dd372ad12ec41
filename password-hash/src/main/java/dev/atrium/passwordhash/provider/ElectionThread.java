package dev.atrium.passwordhash.provider;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Holds the election in the background, once the server has started, and at the lowest priority: it needs some seconds. */
final class ElectionThread {
    private static final Logger LOG = Logger.getLogger(ElectionThread.class);

    /** By then the server has answered its first requests. */
    private static final Duration DELAY = Duration.ofSeconds(3);

    private @Nullable Thread thread;

    @SuppressWarnings("ThreadPriorityCheck") // a wish: where the system ignores it, sign-ins are a little slower
    synchronized void start(Runnable election) {
        Thread started = new Thread(() -> run(election), "atrium-password-hash");
        started.setDaemon(true);
        started.setPriority(Thread.MIN_PRIORITY);
        started.start();
        thread = started;
    }

    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Whatever goes wrong, Keycloak's own hash goes on serving; a vector that cannot be made is an Error. */
    private static void run(Runnable election) {
        try {
            Thread.sleep(DELAY.toMillis());
            election.run();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            if (Thread.currentThread().isInterrupted()) {
                return; // the server stops
            }
            LOG.warn("Passwords are hashed by Keycloak's own Argon2, because another way could not be tried", failure);
        }
    }
}

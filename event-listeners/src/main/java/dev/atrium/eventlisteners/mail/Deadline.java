package dev.atrium.eventlisteners.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Ends an attempt that goes on for too long: a server that sends a byte now and then keeps no timeout. */
final class Deadline {
    private static final Logger LOG = Logger.getLogger(Deadline.class);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "atrium-mail-deadline");
        thread.setDaemon(true);
        return thread;
    });

    private final Future<?> ending;

    private Deadline(Future<?> ending) {
        this.ending = ending;
    }

    static Deadline close(Transport transport, Duration after) {
        return new Deadline(CLOCK.schedule(() -> end(transport), after.toMillis(), TimeUnit.MILLISECONDS));
    }

    void met() {
        ending.cancel(false);
    }

    private static void end(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debug("A mail server that took too long was gone already", gone);
        }
    }
}

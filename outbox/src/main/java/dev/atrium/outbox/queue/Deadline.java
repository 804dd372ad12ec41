package dev.atrium.outbox.queue;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends an attempt that goes on for too long, by closing what it talks through: a server that sends a byte now and then
 * keeps every timeout of a socket.
 */
public final class Deadline implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Deadline.class);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "atrium-outbox-deadline");
        thread.setDaemon(true);
        return thread;
    });

    private final List<Closeable> connections = new ArrayList<>();
    private final Future<?> end;
    private boolean passed;

    private Deadline(Duration after) {
        end = CLOCK.schedule(this::pass, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    public static Deadline after(Duration time) {
        return new Deadline(time);
    }

    /**
     * Has this be closed when the time is over, at once if it is over already.
     *
     * @param connection what closes without waiting for whoever uses it, such as a plain socket
     */
    public synchronized void closes(Closeable connection) {
        connections.add(connection);
        if (passed) {
            breakOff(connection);
        }
    }

    public synchronized boolean hasPassed() {
        return passed;
    }

    /** The attempt is over. */
    @Override
    public void close() {
        end.cancel(false);
    }

    private synchronized void pass() {
        passed = true;
        connections.forEach(Deadline::breakOff);
    }

    private static void breakOff(Closeable connection) {
        try {
            connection.close();
        } catch (IOException gone) {
            LOG.debug("A connection that took too long was already closed", gone);
        }
    }
}

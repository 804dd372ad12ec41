package dev.atrium.authenticators.credentials;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.KeycloakSession;

/**
 * Has a refusal leave a tenth of a second after the request came, or two, four, eight tenths, and so on.
 *
 * <p>What Keycloak remembers of an account, and where it counts its failures, takes a fraction of a millisecond more for
 * one address than for another, which is enough for a stranger who asks often; on a server that is too busy it takes many
 * milliseconds more, so the times lie the further apart the later they are. Beyond the first, nobody holds up more by this
 * than by the request itself.
 */
public final class UniformResponseTime {
    private static final long FIRST = Duration.ofMillis(100).toNanos();
    private static final String BEGAN = "atrium.even-time";

    private UniformResponseTime() {}

    /** The request came, unless an earlier step noted that already. */
    public static void begin(KeycloakSession session) {
        if (session.getAttribute(BEGAN, Long.class) == null) {
            session.setAttribute(BEGAN, System.nanoTime());
        }
    }

    /** Waits for the next of these times. */
    public static void await(KeycloakSession session) {
        long passed = System.nanoTime() - session.getAttribute(BEGAN, Long.class);
        long time = FIRST;
        while (time < passed) {
            time *= 2;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(time - passed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

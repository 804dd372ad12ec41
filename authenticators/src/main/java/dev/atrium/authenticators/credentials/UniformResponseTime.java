package dev.atrium.authenticators.credentials;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.KeycloakSession;

/**
 * Has a refusal leave a whole number of steps after the request came.
 *
 * <p>What Keycloak remembers of an account, and where it counts its failures, takes a fraction of a millisecond more for
 * one address than for another, which is enough for a stranger who asks often. The hash is paid for already, so nobody
 * holds up more by this than by the hash.
 */
public final class UniformResponseTime {
    private static final long STEP = Duration.ofMillis(100).toNanos();
    private static final String BEGAN = "atrium.even-time";

    private UniformResponseTime() {}

    /** The request came, unless an earlier step noted that already. */
    public static void begin(KeycloakSession session) {
        if (session.getAttribute(BEGAN, Long.class) == null) {
            session.setAttribute(BEGAN, System.nanoTime());
        }
    }

    /** Waits for the end of the step. */
    public static void await(KeycloakSession session) {
        long passed = System.nanoTime() - session.getAttribute(BEGAN, Long.class);
        try {
            TimeUnit.NANOSECONDS.sleep(STEP - passed % STEP);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

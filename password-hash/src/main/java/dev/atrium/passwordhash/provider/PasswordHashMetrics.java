package dev.atrium.passwordhash.provider;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.Arrays;
import java.util.Locale;

/** Whether passwords are hashed the fast way, on Keycloak's metrics endpoint. */
final class PasswordHashMetrics {
    /** Why Keycloak's own hash serves again. */
    enum Reason {
        WRONG,
        SLOW,
        FAILED
    }

    private PasswordHashMetrics() {}

    /** The counters too, so that an alarm may stand on their growth. */
    static void register(ServingComputer serving) {
        Arrays.stream(Reason.values()).forEach(PasswordHashMetrics::counter);
        Gauge.builder("atrium.password.hash.fast", serving, one -> one.name().isPresent() ? 1 : 0)
                .description("1 while Atrium computes password hashes, 0 while Keycloak does")
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    static void withdrawn(Reason reason) {
        counter(reason).increment();
    }

    private static Counter counter(Reason reason) {
        return Counter.builder("atrium.password.hash.withdrawn")
                .description(
                        "How often the fast way proved wrong or slow, or failed, so that Keycloak's own serves again")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(Metrics.globalRegistry);
    }
}

package dev.atrium.passwordhash.provider;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;

/** Whether passwords are hashed the fast way, on Keycloak's metrics endpoint. */
final class PasswordHashMetrics {
    private static final Counter WRONG = Counter.builder("atrium.password.hash.wrong")
            .description("Password hashes that differed from Keycloak's own")
            .register(Metrics.globalRegistry);

    private PasswordHashMetrics() {}

    static void register(ServingComputer serving) {
        Gauge.builder("atrium.password.hash.fast", serving, one -> one.name().isPresent() ? 1 : 0)
                .description("1 while Atrium computes password hashes, 0 while Keycloak does")
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    static void wrong() {
        WRONG.increment();
    }
}

package dev.atrium.outbox.queue;

import dev.atrium.core.outbox.OutboxQueue;
import dev.atrium.core.outbox.OutboxStatistics;
import dev.atrium.support.time.KeycloakClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.keycloak.models.KeycloakSessionFactory;

/** How full the outbox is, the same on each node, and what this one has sent, on Keycloak's metrics endpoint. */
final class OutboxMetrics {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Counter SENT = Counter.builder("atrium.outbox.sent")
            .description("Messages that this node has sent since it started")
            .register(Metrics.globalRegistry);

    private final JobSessions sessions;
    private final Clock clock = KeycloakClock.INSTANCE;
    private OutboxStatistics latest = new OutboxStatistics(0, 0, Optional.empty());
    private Instant read = Instant.MIN;

    private OutboxMetrics(JobSessions sessions) {
        this.sessions = sessions;
    }

    static void register(KeycloakSessionFactory factory) {
        OutboxMetrics metrics = new OutboxMetrics(new JobSessions(factory));
        metrics.gauge("atrium.outbox.waiting", "Messages not sent yet", OutboxStatistics::waiting);
        metrics.gauge(
                "atrium.outbox.failed",
                "Messages that could not be delivered and are still kept",
                OutboxStatistics::failed);
        metrics.gauge("atrium.outbox.oldest.age.seconds", "Age of the oldest waiting message", metrics::age);
    }

    static void sent() {
        SENT.increment();
    }

    private void gauge(String name, String meaning, ToDoubleFunction<OutboxStatistics> value) {
        Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.statistics()))
                .description(meaning)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    private double age(OutboxStatistics statistics) {
        return statistics
                .oldest()
                .map(oldest ->
                        (double) Duration.between(oldest, clock.instant()).toSeconds())
                .orElse(0.0);
    }

    /** One scrape reads all gauges, and must not count the table once for each. */
    private synchronized OutboxStatistics statistics() {
        Instant now = clock.instant();
        if (read.isBefore(now.minus(FRESH))) {
            latest = sessions.queue(OutboxQueue::statistics);
            read = now;
        }
        return latest;
    }
}

package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DeliveryState;
import dev.atrium.core.outbox.OutboxFilter;
import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.WebhookType;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Refused sign-ins of which subscriptions are not told: anybody can cause as many as they like, and messages go in their
 * order, so without a limit they would hold up all others.
 */
final class RefusalEventLimiter {
    /** So many wait for a subscription at a time. */
    static final long MOST = 20;

    private static final Logger LOG = Logger.getLogger(RefusalEventLimiter.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Counter dropped = Counter.builder("atrium.webhook.refusals.dropped")
            .description("Refused sign-ins that were not sent to webhooks because too many were waiting")
            .register(Metrics.globalRegistry);
    private long untold;
    private Instant told = Instant.MIN;

    /** Whether the subscription is told of one more; if not, that is counted. */
    boolean admit(KeycloakSession session, RealmModel realm, Subscription subscription) {
        OutboxFilter waiting = new OutboxFilter(
                Optional.of(DeliveryState.WAITING),
                Optional.of(Channel.WEBHOOK),
                Optional.of(WebhookType.SIGN_IN_REFUSED.text()),
                Optional.of(subscription.id().value()),
                Optional.empty(),
                Optional.empty());
        boolean room =
                session.getProvider(AtriumStoreProvider.class).outbox(realm).count(waiting) < MOST;
        if (!room) {
            dropped.increment();
            tell(realm);
        }
        return room;
    }

    private synchronized void tell(RealmModel realm) {
        untold++;
        Instant now = KeycloakClock.INSTANCE.instant();
        if (told.isBefore(now.minus(PAUSE))) {
            LOG.warnf(
                    "%d refused sign-ins are not sent to webhooks, the last in realm '%s': subscriptions have %d events waiting",
                    untold, realm.getName(), MOST);
            untold = 0;
            told = now;
        }
    }
}

package dev.atrium.outbox.queue;

import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.outbox.DueMessage;
import dev.atrium.core.outbox.OutboxEntry;
import dev.atrium.core.outbox.OutboxQueue;
import dev.atrium.core.outbox.RetrySchedule;
import dev.atrium.support.outbox.DeliveryProvider;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * One attempt to deliver a message, in three transactions: it is taken, it is sent, and how that ended is written down.
 *
 * <p>A node that dies between the first and the second leaves a message that is due again minutes later. Only one that
 * dies after the receiver took the message, and before the third, has it sent twice.
 */
final class DeliveryAttempt {
    private static final int LONGEST_PROBLEM = 500;

    /** Between the end of an attempt and the next one: for the third transaction, and clocks that differ. */
    private static final int MARGIN = 3;

    private final JobSessions sessions;
    private final PausedDestinations resting;
    private final Duration atMost;

    DeliveryAttempt(JobSessions sessions, PausedDestinations resting, Duration atMost) {
        this.sessions = sessions;
        this.resting = resting;
        this.atMost = atMost;
    }

    /** Does nothing when somebody else took it, or nobody answers where it goes. */
    void make(DueMessage due) {
        Instant now = KeycloakClock.INSTANCE.instant();
        if (resting.now().contains(due.destination())
                || !sessions.queue(
                        queue -> queue.claim(due, now, now.plus(atMost).plus(atMost.dividedBy(MARGIN))))) {
            return;
        }
        Consumer<OutboxQueue> end = lost(due.entry(), now)
                ? fail(due, "All attempts were lost, and the time to deliver the message is over.")
                : sessions.ask(session -> deliver(session, due))
                        .match(
                                delivered -> sent(due, delivered.detour()),
                                refused -> fail(due, refused.reason()),
                                deferred -> postpone(due, deferred.reason(), Duration.ZERO),
                                unreachable -> unreachable(due, unreachable));
        sessions.queue(queue -> {
            end.accept(queue);
            return true;
        });
    }

    private static boolean lost(OutboxEntry entry, Instant now) {
        return entry.attempts() > 0 && now.isAfter(entry.giveUp());
    }

    private DeliveryResult deliver(KeycloakSession session, DueMessage due) {
        RealmModel realm = session.realms().getRealm(due.realmId());
        if (realm == null) {
            return new DeliveryResult.Refused("The realm no longer exists.");
        }
        session.getContext().setRealm(realm);
        String channel = DeliveryProvider.idOf(due.entry().message().channel());
        return session.getProvider(DeliveryProvider.class, channel)
                .deliver(realm, due.entry().message(), atMost);
    }

    private Consumer<OutboxQueue> sent(DueMessage due, Optional<String> detour) {
        resting.reached(due.destination());
        OutboxMetrics.sent();
        return queue -> queue.sent(due.id(), KeycloakClock.INSTANCE.instant(), detour.map(DeliveryAttempt::cut));
    }

    private Consumer<OutboxQueue> fail(DueMessage due, String reason) {
        return queue -> queue.fail(due, KeycloakClock.INSTANCE.instant(), cut(reason));
    }

    private Consumer<OutboxQueue> unreachable(DueMessage due, DeliveryResult.Unreachable result) {
        resting.unreachable(due.destination());
        return postpone(due, result.reason(), result.pause());
    }

    private Consumer<OutboxQueue> postpone(DueMessage due, String reason, Duration asked) {
        int attempts = due.entry().attempts() + 1;
        Optional<Instant> next = RetrySchedule.next(
                attempts, asked, KeycloakClock.INSTANCE.instant(), due.entry().giveUp());
        if (next.isEmpty()) {
            return fail(due, reason);
        }
        return queue -> queue.postpone(due, next.get(), cut(reason));
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_PROBLEM ? reason : reason.substring(0, LONGEST_PROBLEM - 1) + "…";
    }
}

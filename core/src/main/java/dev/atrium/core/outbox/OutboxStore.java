package dev.atrium.core.outbox;

import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The messages of one realm. Each method is one step of the transaction it is called in. */
public interface OutboxStore {
    /** Has a message wait; it is due at once when the transaction commits, and never when that rolls back. */
    void add(OutgoingMessage message);

    Optional<OutboxEntry> find(MessageId id);

    /** Messages, newest first; a steady order, so that pages do not overlap. */
    List<OutboxEntry> list(OutboxFilter filter, Page page);

    /** How many there are; beyond {@code most} nobody looks. */
    long count(OutboxFilter filter, int most);

    /** How many there are, however many. */
    default long count(OutboxFilter filter) {
        return count(filter, Integer.MAX_VALUE);
    }

    /** Has a message be sent, again or at last, from now on: {@link Outcome#DONE}, NOT_FOUND, or IN_USE when it is on its way. */
    Outcome resend(MessageId id, Instant now);

    /** Gives a waiting message up: {@link Outcome#DONE}, NOT_FOUND, or IN_USE when it has ended or is on its way. */
    Outcome cancel(MessageId id, Instant now);

    /** Deletes those that match and have ended; says how many. */
    int purge(OutboxFilter filter);
}

package dev.atrium.core.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The messages of all realms, for whoever sends them. Each method is one step of the transaction it is called in. */
public interface OutboxQueue {
    /**
     * Messages that may be tried now, longest due first: of each recipient only the oldest that waits, so that order
     * is kept.
     *
     * @param resting destinations to leave in peace
     */
    List<DueMessage> due(Channel channel, Instant now, Set<Destination> resting, int most);

    /**
     * Takes a due message for one attempt.
     *
     * @param lost when the attempt counts as lost, and the message is due again
     * @return false when somebody else took it first
     */
    boolean claim(DueMessage due, Instant now, Instant lost);

    /** @param detour why it did not go the way it was meant to */
    void sent(MessageId id, Instant now, Optional<String> detour);

    /** Has a message be tried again later; those that wait for it to go first are due no earlier. */
    void postpone(DueMessage due, Instant next, String problem);

    /** Gives a message up; those that waited for it are due now. */
    void fail(DueMessage due, Instant now, String problem);

    OutboxStatistics statistics();

    /** Deletes what ended before; says how many. */
    int forget(Instant endedBefore);
}

package dev.atrium.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** When a message that did not get through is tried again: after seconds first, after hours later, for three days. */
public final class RetrySchedule {
    public static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private RetrySchedule() {}

    /**
     * When to try again.
     *
     * @param attempts how many have been made, from 1
     * @param asked how long the receiver wants to be left in peace; heeded up to the longest pause there is
     * @return empty when it is time to give up
     */
    public static Optional<Instant> next(int attempts, Duration asked, Instant now, Instant giveUp) {
        Duration heeded = Collections.min(List.of(asked, PAUSES.get(PAUSES.size() - 1)));
        Instant next = now.plus(Collections.max(List.of(heeded, pauseAfter(attempts))));
        return next.isAfter(giveUp) ? Optional.empty() : Optional.of(next);
    }

    /** How long to wait after so many attempts in vain, from 1. */
    public static Duration pauseAfter(int attempts) {
        return PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
    }
}

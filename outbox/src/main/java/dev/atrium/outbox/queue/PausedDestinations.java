package dev.atrium.outbox.queue;

import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.RetrySchedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Destinations where nobody answered: left in peace for seconds first and minutes later, as this node sees it. */
final class PausedDestinations {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Longer than the longest pause of a message, so that each of its attempts finds what the last one learned. */
    private static final Duration REMEMBERED = Duration.ofHours(5);

    private record Rest(int times, Instant until) {}

    private final Clock clock;
    private final Map<Destination, Rest> rests = new ConcurrentHashMap<>();

    PausedDestinations(Clock clock) {
        this.clock = clock;
    }

    Set<Destination> now() {
        Instant now = clock.instant();
        rests.values().removeIf(rest -> rest.until().plus(REMEMBERED).isBefore(now));
        return rests.entrySet().stream()
                .filter(rest -> rest.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void unreachable(Destination destination) {
        Instant now = clock.instant();
        rests.compute(destination, (key, before) -> {
            if (before != null && before.until().isAfter(now)) {
                return before;
            }
            int times = before == null ? 1 : before.times() + 1;
            Duration pause = RetrySchedule.pauseAfter(times);
            return new Rest(times, now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
        });
    }

    void reached(Destination destination) {
        rests.remove(destination);
    }
}

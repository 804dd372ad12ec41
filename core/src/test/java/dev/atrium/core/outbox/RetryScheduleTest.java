package dev.atrium.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant GIVE_UP = NOON.plus(RetrySchedule.GIVE_UP_AFTER);

    @Test
    void tries_again_within_seconds_first() {
        assertThat(RetrySchedule.next(1, Duration.ZERO, NOON, GIVE_UP)).contains(NOON.plusSeconds(5));
    }

    @Test
    void waits_longer_each_time_but_never_more_than_hours() {
        assertThat(IntStream.rangeClosed(1, 30).mapToObj(RetrySchedule::pauseAfter))
                .isSorted()
                .endsWith(Duration.ofHours(4));
    }

    @Test
    void leaves_a_receiver_in_peace_for_as_long_as_it_asks() {
        assertThat(RetrySchedule.next(1, Duration.ofMinutes(7), NOON, GIVE_UP))
                .contains(NOON.plus(Duration.ofMinutes(7)));
    }

    @Test
    void comes_no_sooner_than_it_would_have() {
        assertThat(RetrySchedule.next(4, Duration.ofSeconds(1), NOON, GIVE_UP))
                .contains(NOON.plus(Duration.ofMinutes(5)));
    }

    @Test
    void waits_no_longer_than_it_ever_does_whatever_is_asked() {
        assertThat(RetrySchedule.next(1, Duration.ofDays(300), NOON, GIVE_UP)).contains(NOON.plus(Duration.ofHours(4)));
    }

    @Test
    void gives_up_rather_than_try_after_the_last_moment() {
        assertThat(RetrySchedule.next(20, Duration.ZERO, GIVE_UP.minusSeconds(1), GIVE_UP))
                .isEmpty();
    }

    @Test
    void tries_about_thirty_times_in_three_days() {
        int attempts = 1;
        Optional<Instant> next = RetrySchedule.next(attempts, Duration.ZERO, NOON, GIVE_UP);
        while (next.isPresent()) {
            attempts++;
            next = RetrySchedule.next(attempts, Duration.ZERO, next.get(), GIVE_UP);
        }
        assertThat(attempts).isBetween(20, 40);
    }
}

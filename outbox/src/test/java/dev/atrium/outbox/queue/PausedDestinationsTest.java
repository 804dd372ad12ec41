package dev.atrium.outbox.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.outbox.Destination;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PausedDestinationsTest {
    private static final Destination DEAD = new Destination("smtp/dead");

    private final MovedClock clock = new MovedClock();
    private final PausedDestinations resting = new PausedDestinations(clock);

    @Nested
    class Given_a_destination_where_nobody_answers {
        @Test
        void it_rests_for_seconds() {
            resting.unreachable(DEAD);
            assertThat(resting.now()).containsExactly(DEAD);
            clock.pass(Duration.ofSeconds(6));
            assertThat(resting.now()).isEmpty();
        }

        @Test
        void it_rests_for_two_minutes_at_last() {
            restsAtLast();
            clock.pass(Duration.ofSeconds(100));
            assertThat(resting.now()).containsExactly(DEAD);
            clock.pass(Duration.ofSeconds(30));
            assertThat(resting.now()).isEmpty();
        }

        @Test
        void it_rests_no_longer_when_it_was_reached() {
            resting.unreachable(DEAD);
            resting.reached(DEAD);
            assertThat(resting.now()).isEmpty();
        }

        @Test
        void it_is_forgotten_after_hours_in_which_nothing_went_there() {
            restsAtLast();
            clock.pass(Duration.ofHours(6));
            assertThat(resting.now()).isEmpty();
            resting.unreachable(DEAD);
            clock.pass(Duration.ofSeconds(6));
            assertThat(resting.now()).isEmpty();
        }

        private void restsAtLast() {
            for (int time = 0; time < 5; time++) {
                clock.pass(Duration.ofMinutes(10));
                resting.unreachable(DEAD);
            }
        }
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.EPOCH;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

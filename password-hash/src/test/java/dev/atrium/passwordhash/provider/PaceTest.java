package dev.atrium.passwordhash.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long ELECTED = 5_000_000;

    private final Pace pace = new Pace(Duration.ofNanos(ELECTED));

    private void hashes(int number, long time) {
        for (int hash = 0; hash < number; hash++) {
            pace.took(time);
        }
    }

    private boolean slowerThan(long time) {
        boolean slower = false;
        for (int hash = 0; hash < Pace.COMPARED; hash++) {
            slower |= pace.isSlowerThan(time);
        }
        return slower;
    }

    @Nested
    class Given_hashes_as_fast_as_at_first {
        @Test
        void nothing_is_suspicious() {
            hashes(10 * Pace.WATCHED, ELECTED);
            assertThat(pace.isSuspicious()).isFalse();
        }

        @Test
        void a_few_slow_ones_are_not_suspicious() {
            for (int round = 0; round < 10; round++) {
                hashes(Pace.WATCHED - 1, 9 * ELECTED);
                pace.took(ELECTED);
            }
            assertThat(pace.isSuspicious()).isFalse();
        }

        @Test
        void a_sample_that_Keycloak_computes_faster_by_chance_changes_nothing() {
            hashes(3, ELECTED);
            assertThat(slowerThan(1)).isFalse();
        }
    }

    @Nested
    class Given_hashes_that_have_become_slow {
        Given_hashes_that_have_become_slow() {
            hashes(Pace.WATCHED, 3 * ELECTED);
        }

        @Test
        void the_next_ones_are_compared() {
            assertThat(pace.isSuspicious()).isTrue();
        }

        @Test
        void they_are_too_slow_if_Keycloaks_own_are_faster() {
            assertThat(slowerThan(2 * ELECTED)).isTrue();
        }

        @Test
        void they_are_not_if_everything_has_become_slow() {
            assertThat(slowerThan(9 * ELECTED)).isFalse();
            hashes(10 * Pace.WATCHED, 3 * ELECTED);
            assertThat(pace.isSuspicious()).isFalse();
        }

        @Test
        void they_are_suspicious_again_if_they_become_slower_still() {
            assertThat(slowerThan(9 * ELECTED)).isFalse();
            hashes(Pace.WATCHED, 30 * ELECTED);
            assertThat(slowerThan(9 * ELECTED)).isTrue();
        }
    }
}

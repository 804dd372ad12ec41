package dev.atrium.core.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipHistoryTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Nested
    class Given_a_membership_that_was_never_used {
        @Test
        void its_first_use_is_remembered() {
            assertThat(MembershipHistory.begins(NOON, Optional.empty()).isToRemember(NOON))
                    .isTrue();
        }
    }

    @Nested
    class Given_a_membership_that_was_used_at_noon {
        private final MembershipHistory history =
                new MembershipHistory(Optional.empty(), NOON.minusSeconds(3600), Optional.of(NOON));

        @ParameterizedTest
        @CsvSource({
            "12:00:00.000Z, false",
            "12:00:59.999Z, false",
            "12:01:00.000Z, true",
            "13:00:00.000Z, true",
            "11:59:01.000Z, false",
            "11:59:00.000Z, true"
        })
        void another_use_is_remembered_when_it_is_a_minute_off(String time, boolean remembered) {
            assertThat(history.isToRemember(Instant.parse("2026-01-31T" + time)))
                    .isEqualTo(remembered);
        }
    }
}

package dev.atrium.core.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SentCodeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Nested
    class Given_a_code_that_was_sent_at_noon {
        private final SentCode code = new SentCode("id", "hash", "key", NOON, 1);

        @Test
        void it_is_good_for_ten_minutes() {
            assertThat(code.expiredAt(NOON.plusSeconds(599))).isFalse();
            assertThat(code.expiredAt(NOON.plusSeconds(600))).isTrue();
        }

        @Test
        void another_may_be_sent_after_a_minute() {
            assertThat(code.mayBeSentAgainAt(NOON.plusSeconds(59))).isFalse();
            assertThat(code.pauseAt(NOON.plusSeconds(45))).isEqualTo(Duration.ofSeconds(15));
            assertThat(code.mayBeSentAgainAt(NOON.plusSeconds(60))).isTrue();
        }
    }

    @Nested
    class Given_five_more_were_sent_on_request {
        private final SentCode code = new SentCode("id", "hash", "key", NOON, 6);

        @Test
        void no_other_is_sent_however_long_somebody_waits() {
            assertThat(code.mayBeSentAgainAt(NOON.plus(Duration.ofHours(1)))).isFalse();
        }
    }
}

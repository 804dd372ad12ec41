package dev.atrium.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void is_a_number_of_seconds() {
        assertThat(RetryAfter.parse(" 120 ", NOON)).contains(Duration.ofMinutes(2));
    }

    @Test
    void is_a_date() {
        assertThat(RetryAfter.parse("Sun, 01 Mar 2026 13:30:00 GMT", NOON)).contains(Duration.ofMinutes(90));
    }

    @Test
    void is_over_when_its_date_has_passed() {
        assertThat(RetryAfter.parse("Sun, 01 Mar 2026 11:00:00 GMT", NOON)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "1.5",
                "soon",
                "99999999999999999999",
                "Mon, 01 Mar 2026 13:30:00 GMT",
                "Sun, 31 Feb 2026 13:30:00 GMT",
                "2026-03-01T13:30:00Z",
                "٣"
            })
    void is_nothing_else(String header) {
        assertThat(RetryAfter.parse(header, NOON)).isEmpty();
    }
}

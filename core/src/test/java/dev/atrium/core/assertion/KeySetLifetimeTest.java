package dev.atrium.core.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetLifetimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "max-age=60; 60",
                "public, max-age=60; 60",
                "Max-Age = \"60\"; 60",
                "max-age=60, max-age=30; 30",
                "s-maxage=5, max-age=60; 60",
                "max-age=0; 0"
            })
    void is_the_least_that_is_said(String cacheControl, long seconds) {
        assertThat(of(cacheControl)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "no-cache", "NO-STORE, max-age=60", "max-age=60, no-cache=\"x\""})
    void is_nothing_where_it_may_not_be_kept(String cacheControl) {
        assertThat(of(cacheControl)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=-1", "max-age=soon", "max-age", "max-age=99999999999"})
    void is_nothing_where_it_cannot_be_read(String cacheControl) {
        assertThat(of(cacheControl)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "public", "must-revalidate"})
    void is_an_hour_where_nothing_is_said(String cacheControl) {
        assertThat(of(cacheControl)).isEqualTo(KeySetLifetime.UNSAID);
    }

    @Test
    void is_a_day_at_most() {
        assertThat(of("max-age=31536000")).isEqualTo(KeySetLifetime.LONGEST);
    }

    @Test
    void has_passed_in_part_where_a_cache_has_kept_the_answer() {
        List<String> minute = List.of("max-age=60");

        assertThat(KeySetLifetime.of(minute, Optional.of("20"))).isEqualTo(Duration.ofSeconds(40));
        assertThat(KeySetLifetime.of(minute, Optional.of("90"))).isZero();
        assertThat(KeySetLifetime.of(minute, Optional.of("?"))).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void takes_several_headers_together() {
        assertThat(KeySetLifetime.of(List.of("max-age=60", "no-store"), Optional.empty()))
                .isZero();
    }

    private static Duration of(String cacheControl) {
        return KeySetLifetime.of(List.of(cacheControl), Optional.empty());
    }
}

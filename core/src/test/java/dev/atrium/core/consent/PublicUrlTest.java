package dev.atrium.core.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {
    @Nested
    class Given_an_address_in_the_web {
        @ParameterizedTest
        @ValueSource(strings = {"https://example.org/logo.png", "HTTPS://example.org", " https://example.org/a?b=c#d "})
        void is_taken(String text) {
            assertThat(PublicUrl.parse(text)).map(PublicUrl::value).contains(text.strip());
        }
    }

    @Nested
    class Given_anything_else {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "http://example.org/logo.png",
                    "javascript:alert(1)",
                    "data:image/svg+xml,<svg/>",
                    "//example.org/logo.png",
                    "/logo.png",
                    "https:example.org",
                    "https://",
                    "https://bank.example@evil.example/",
                    "https://exa mple.org/",
                    "https://example.org/\"onerror=alert(1)"
                })
        void is_not(String text) {
            assertThat(PublicUrl.parse(text)).isEmpty();
        }

        @Test
        void is_not_however_long() {
            assertThat(PublicUrl.parse("https://example.org/" + "a".repeat(1000)))
                    .isEmpty();
        }

        @Test
        void cannot_be_made() {
            assertThatThrownBy(() -> new PublicUrl("http://example.org")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

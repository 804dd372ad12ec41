package dev.atrium.core.emailcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailCodeTest {
    @Nested
    class Given_what_somebody_typed {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "012345",
                    " 012345 ",
                    "012 345",
                    "012\u00A0345",
                    "012-345",
                    "\u200E012345\u200F",
                    "\u0660\u0661\u0662\u0663\u0664\u0665",
                    "\uFF10\uFF11\uFF12\uFF13\uFF14\uFF15"
                })
        void six_digits_are_read_however_they_are_written(String typed) {
            assertThat(EmailCode.parse(typed)).contains(new EmailCode("012345"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "01234", "0123456", "01234a", "01234.", "012345\u0000", "+12345", "①②③④⑤⑥"})
        void anything_else_is_no_code(String typed) {
            assertThat(EmailCode.parse(typed)).isEmpty();
        }
    }

    @Nested
    class Given_a_code {
        @Test
        void it_does_not_appear_in_logs() {
            assertThat(new EmailCode("012345").toString()).doesNotContain("012345");
        }

        @Test
        void it_has_six_digits_and_nothing_else() {
            assertThatThrownBy(() -> new EmailCode("12345")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

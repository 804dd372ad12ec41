package dev.atrium.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.http.error.Problem;
import java.time.Instant;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @Test
    void refuses_a_property_it_does_not_know_by_its_name() {
        Problem problem = Refusal.of(() -> fields("{\"a\":1,\"lable\":2}"));
        assertThat(problem.error()).isEqualTo("unknown_field");
        assertThat(problem.field()).contains("lable");
        assertThat(problem.message()).contains("use one of a.");
    }

    @Test
    void repeats_no_name_that_could_not_be_sent_back() {
        Problem problem = Refusal.of(() -> fields("{\"\\u0000\\ud800" + "x".repeat(200) + "\":1}"));
        assertThat(problem.field().orElseThrow()).startsWith("\uFFFD\uFFFDx").hasSize(101);
    }

    @Nested
    class Given_a_number {
        @ParameterizedTest
        @ValueSource(strings = {"7", "\"7\""})
        void takes_it_as_a_number_and_as_a_text(String json) {
            assertThat(fields("{\"a\":" + json + "}").number("a", 1, 30)).contains(7);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "31", "-1", "1.5", "\"x\"", "true", "99999999999"})
        void refuses_what_is_none_or_lies_outside(String json) {
            assertThat(Refusal.of(() -> fields("{\"a\":" + json + "}").number("a", 1, 30))
                            .field())
                    .contains("a");
        }
    }

    @Nested
    class Given_a_line {
        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"a\":null}", "{\"a\":\"\"}"})
        void takes_absent_null_and_empty_for_not_given(String json) {
            assertThat(fields(json).line("a", 5)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {"\"ab cd\",ab cd", "4711,4711", "\"é漢😀\",é漢😀", "\"'\\\"\",'\""})
        void takes_texts_and_whole_numbers(String json, String text) {
            assertThat(fields("{\"a\":" + json + "}").line("a", 5)).contains(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "true",
                    "1.5",
                    "1e400",
                    "1e999999999",
                    "123456",
                    "[]",
                    "[\"x\"]",
                    "{}",
                    "\" \"",
                    "\"123456\"",
                    "\"\\u0000\"",
                    "\"a\\nb\"",
                    "\"\\u007f\"",
                    "\"\\u0085\"",
                    "\"\\ud83d\"",
                    "\"\\ude00a\""
                })
        void refuses_all_else(String json) {
            assertInvalid(() -> fields("{\"a\":" + json + "}").line("a", 5));
        }
    }

    @Test
    void several_lines_may_have_line_ends_and_tabs_but_no_other_control_character() {
        assertThat(fields("{\"a\":\"x\\r\\n\\ty\"}").lines("a", 9)).contains("x\r\n\ty");
        assertInvalid(() -> fields("{\"a\":\"x\\u0000\"}").lines("a", 9));
    }

    @Nested
    class Given_a_flag {
        @ParameterizedTest
        @CsvSource({"true,true", "false,false", "'\"true\"',true", "'\"false\"',false"})
        void takes_it_as_a_word_or_a_text(String json, boolean flag) {
            assertThat(fields("{\"a\":" + json + "}").flag("a")).contains(flag);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "0", "\"yes\"", "\"TRUE\"", "\"\"", "[]", "[true]", "{}"})
        void refuses_all_else(String json) {
            assertInvalid(() -> fields("{\"a\":" + json + "}").flag("a"));
        }

        @Test
        void takes_null_for_not_given() {
            assertThat(fields("{\"a\":null}").flag("a")).isEmpty();
        }
    }

    @Nested
    class Given_a_time {
        @Test
        void reads_iso_8601() {
            assertThat(fields("{\"a\":\"2026-01-31T12:00:00.5Z\"}").instant("a"))
                    .contains(Instant.parse("2026-01-31T12:00:00.500Z"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1769860800", "\"now\"", "\"2026-13-01T00:00:00Z\"", "true", "[]"})
        void refuses_all_else(String json) {
            assertInvalid(() -> fields("{\"a\":" + json + "}").instant("a"));
        }
    }

    @Nested
    class Given_a_list {
        @Test
        void keeps_its_order() {
            assertThat(fields("{\"a\":[\"x\",\"y\"]}").list("a", 2).orElseThrow())
                    .containsExactly("x", "y");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"x\"", "[1]", "[null]", "[[\"x\"]]", "{}", "{\"x\":\"y\"}", "1", "[\"\",\"\",\"\"]"})
        void refuses_what_is_not_an_array_of_a_few_texts(String json) {
            assertInvalid(() -> fields("{\"a\":" + json + "}").list("a", 2));
        }
    }

    private static void assertInvalid(ThrowingCallable work) {
        Problem problem = Refusal.of(work);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.error()).isEqualTo("invalid_field");
        assertThat(problem.field()).contains("a");
    }

    private static Fields fields(String json) {
        try {
            return new Fields((ObjectNode) new ObjectMapper().readTree(json), Set.of("a"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

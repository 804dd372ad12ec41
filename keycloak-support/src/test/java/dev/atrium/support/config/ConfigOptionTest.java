package dev.atrium.support.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.support.config.ConfigOption.Words;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigOptionTest {
    private static final Words WORDS = new Words("some.setting", "Some setting", "What it is for.");

    @Nested
    class Given_a_number_from_five_to_a_hundred {
        private final ConfigOption<Integer> option = ConfigOption.number(WORDS, 20, 5, 100);

        @ParameterizedTest
        @CsvSource({"5,5", "100,100", "' 7 ',7", "007,7"})
        void reads_it(String text, int number) {
            assertThat(option.in(Map.of("some.setting", text))).isEqualTo(number);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  "})
        void falls_back_where_nothing_is_set(String text) {
            assertThat(option.in(Map.of("some.setting", text))).isEqualTo(20);
            assertThat(option.in(Map.of())).isEqualTo(20);
        }

        @ParameterizedTest
        @ValueSource(strings = {"4", "101", "-5", "+5", "5.0", "five", "٧", "99999999999"})
        void says_by_name_what_is_wrong_where_it_is_not_understood(String text) {
            assertThat(option.problem(Map.of("some.setting", text)))
                    .hasValueSatisfying(problem ->
                            assertThat(problem).contains("Some setting", "some.setting", text, "What it is for."));
        }

        @ParameterizedTest
        @ValueSource(strings = {"5", "100", "", " "})
        void finds_nothing_wrong_where_it_is_understood(String text) {
            assertThat(option.problem(Map.of("some.setting", text))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"4,5", "-5,5", "101,100", "500,100", "five,20", "5.5,20", "99999999999,20"})
        void reads_the_nearest_where_it_is_not_understood(String text, int number) {
            assertThat(option.in(Map.of("some.setting", text))).isEqualTo(number);
        }

        @Test
        void shows_its_words_and_its_default_in_the_admin_console() {
            assertThat(option.property().getName()).isEqualTo("some.setting");
            assertThat(option.property().getLabel()).isEqualTo("Some setting");
            assertThat(option.property().getHelpText()).isEqualTo("What it is for.");
            assertThat(option.property().getDefaultValue()).isEqualTo("20");
        }
    }

    @Nested
    class Given_a_switch {
        private final ConfigOption<Boolean> option = ConfigOption.toggle(WORDS, true);

        @Test
        void reads_on_and_off() {
            assertThat(option.in(Map.of("some.setting", "true"))).isTrue();
            assertThat(option.in(Map.of("some.setting", "false"))).isFalse();
        }

        @Test
        void is_what_it_is_by_default_where_nothing_is_set() {
            assertThat(option.in(Map.of())).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"yes", "TRUE", "1", "on"})
        void is_what_it_is_by_default_where_it_is_not_understood(String text) {
            assertThat(option.in(Map.of("some.setting", text))).isTrue();
            assertThat(option.problem(Map.of("some.setting", text))).isPresent();
        }
    }
}

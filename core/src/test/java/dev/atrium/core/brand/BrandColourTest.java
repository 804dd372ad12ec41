package dev.atrium.core.brand;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which colours a brand may have. */
class BrandColourTest {
    @ParameterizedTest
    @CsvSource({"#0A7D55,#0a7d55", " #000000 ,#000000", "#767676,#767676"})
    void a_dark_one_stays(String text, String colour) {
        assertThat(BrandColour.parse(text)).contains(new BrandColour(colour));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffffff", "#ffff00", "#777777", "#00ff00"})
    void a_light_one_becomes_darker(String text) {
        assertThat(BrandColour.parse(text).orElseThrow().value()).isLessThan(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "123456", "#1234567", "#123456;}", "url(x)"})
    void is_nothing_else(String text) {
        assertThat(BrandColour.parse(text)).isEmpty();
    }

    @Property
    void every_colour_becomes_one_that_can_be_read(@ForAll @IntRange(max = 0xFFFFFF) int colour) {
        assertThat(BrandColour.parse(String.format("#%06x", colour))).isPresent();
    }
}

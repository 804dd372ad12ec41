package dev.atrium.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a language is called, and what stands in for it. */
class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "de,de",
        "DE,de",
        "pt-br,pt-BR",
        "pt_BR,pt-BR",
        "zh-hans,zh-Hans",
        "zh-Hans-CN,zh-Hans-CN",
        "iw,he",
        "fil,fil"
    })
    void is_written_as_usual(String text, String tag) {
        assertThat(Language.parse(text).orElseThrow().tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "d",
                "german language",
                "de;q=1",
                "x-private",
                "und",
                "../de",
                "de-",
                "12",
                "xx",
                "qq-DE",
                "zzz"
            })
    void is_nothing_else(String text) {
        assertThat(Language.parse(text)).isEmpty();
    }

    /** Rows that were written before languages had to be known. */
    @Test
    void trusted_values_may_be_of_no_known_language() {
        assertThat(new Language("xx").tag()).isEqualTo("xx");
    }

    @Test
    void trusted_values_are_in_their_usual_form() {
        assertThatThrownBy(() -> new Language("PT-br")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"de,de", "pt-BR,pt-BR pt", "zh-Hans-CN,zh-Hans-CN zh-Hans zh", "de-x-ab,de-x-ab de"})
    void falls_back_to_its_base(String tag, String expected) {
        assertThat(Language.parse(tag).orElseThrow().fallbacks())
                .extracting(Language::tag)
                .isEqualTo(List.of(expected.split(" ")));
    }
}

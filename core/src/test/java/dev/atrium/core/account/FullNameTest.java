package dev.atrium.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order a name is written. */
class FullNameTest {
    @ParameterizedTest
    @CsvSource({
        "Mia, Brown, Mia Brown",
        "'محمد', 'الأحمد', 'محمد الأحمد'",
        "Jean-Luc, d’Été, Jean-Luc d’Été",
        "伟, 王, 王伟",
        "太郎, 山田, 山田太郎",
        "さくら, 佐藤, 佐藤 さくら",
        "길동, 홍, 홍길동",
        "マイク, ブラウン, マイク ブラウン",
        "Mike, 山田, Mike 山田"
    })
    void goes_by_the_script_of_the_name(String given, String family, String whole) {
        assertThat(FullName.of(given, family)).contains(whole);
    }

    @ParameterizedTest
    @CsvSource({"Mia, '  ', Mia", "'', Brown, Brown"})
    void one_half_is_enough(String given, String family, String whole) {
        assertThat(FullName.of(given, family)).contains(whole);
    }

    @Test
    void of_nothing_there_is_none() {
        assertThat(FullName.of(" ", "")).isEmpty();
    }

    @Test
    void digits_alone_have_no_script_of_their_own() {
        assertThat(FullName.of("1", "2")).contains("1 2");
    }
}

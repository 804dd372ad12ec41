package dev.atrium.mail.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTimesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | March 1, 2026 | 1:00 PM | (Central European Standard Time)",
                "de | 1. März 2026 | 13:00 | (Mitteleuropäische Normalzeit)",
                "es | 1 de marzo de 2026 | 13:00 | (hora estándar de Europa central)",
                "fr | 1 mars 2026 | 13:00 | (heure normale d’Europe centrale)",
                "it | 1 marzo 2026 | 13:00 | (Ora standard dell’Europa centrale)",
                "pt-BR | 1 de março de 2026 | 13:00 | (Horário Padrão da Europa Central)",
                "nl | 1 maart 2026 | 13:00 | (Midden-Europese standaardtijd)",
                "ja | 2026年3月1日 | 13:00 | (中央ヨーロッパ標準時)",
                "zh-Hans | 2026年3月1日 | 下午1:00 | (中欧标准时间)",
                "ar | مارس | 1:00 م | (توقيت وسط أوروبا الرسمي)"
            })
    void a_time_is_written_as_the_language_writes_it_in_the_zone_of_the_reader(
            String language, String date, String time, String zone) {
        MailTimes times = new MailTimes(ZoneId.of("Europe/Berlin"), Locale.forLanguageTag(language));
        assertThat(times.written(NOON).replaceAll("[\\u202f\\u00a0]", " "))
                .contains(date, time)
                .endsWith(zone);
    }

    @Test
    void summer_time_is_another_zone_by_name() {
        MailTimes times = new MailTimes(ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        assertThat(times.written(Instant.parse("2026-07-01T12:00:00Z")))
                .contains("2:00")
                .contains("Central European Summer Time");
    }

    @Test
    void universal_time_is_told_as_such() {
        assertThat(new MailTimes(ZoneOffset.UTC, Locale.ENGLISH).written(NOON)).endsWith("12:00 PM UTC");
    }
}

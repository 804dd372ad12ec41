package dev.atrium.authenticators.patient;

import dev.atrium.authenticators.stage.StageContext;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;

/** FHIR's dates as a person writes them; what is less than a day stays as it is. */
record LocalDates(Locale locale) {
    static LocalDates of(StageContext context) {
        return new LocalDates(context.session().getContext().resolveLocale(context.user()));
    }

    String day(String date) {
        try {
            return LocalDate.parse(date)
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                            .withLocale(locale));
        } catch (DateTimeParseException lessThanADay) {
            return date;
        }
    }

    /** At the place where it was written down. */
    String moment(String dateTime) {
        try {
            return OffsetDateTime.parse(dateTime)
                    .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(locale));
        } catch (DateTimeParseException noTime) {
            return day(dateTime);
        }
    }
}

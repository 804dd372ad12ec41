package dev.atrium.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientCriteriaTest {
    @Nested
    class Given_what_somebody_typed {
        @ParameterizedTest
        @CsvSource({
            "Anna Larsson, '', '', name=Anna&name=Larsson",
            "'Larsson, Anna', '', '', name=Larsson&name=Anna",
            "'  Anna  ', '', '', name=Anna",
            "'', 1970-01-31, '', birthdate=1970-01-31",
            "'', '', urn:mrn|12, identifier=urn%3Amrn%7C12",
            "a&b=c, '', '', name=a%26b%3Dc",
            "'', '', 'a,b$c\\d', identifier=a%5C%2Cb%5C%24c%5C%5Cd",
            "Å, '', '', name=%C3%85"
        })
        void it_is_a_search_to_the_letter(String name, String birthDate, String identifier, String query) {
            assertThat(SearchTerm.query(new PatientCriteria(name, birthDate, identifier).terms()))
                    .isEqualTo(query);
        }

        @Test
        void it_is_bounded() {
            PatientCriteria typed = new PatientCriteria("x ".repeat(1000), "", "y".repeat(1000));

            assertThat(typed.terms()).hasSize(7);
            assertThat(typed.identifier()).hasSize(100);
        }

        @Test
        void control_characters_are_left_out() {
            assertThat(new PatientCriteria("An\u0000na\r\n", "", "").name()).isEqualTo("Anna");
        }
    }

    @Nested
    class Given_nothing_to_search_for {
        @Test
        void it_says_so() {
            assertThat(new PatientCriteria(" ", "", "\t").problem()).contains(PatientCriteria.Problem.NOTHING);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1970", "31.12.1970", "1970-13-01", "1970-02-30", "ge1970-01-01", "0000-01-01"})
        void a_date_that_is_no_day_is_told(String date) {
            assertThat(new PatientCriteria("Anna", date, "").problem()).contains(PatientCriteria.Problem.DATE);
        }
    }
}

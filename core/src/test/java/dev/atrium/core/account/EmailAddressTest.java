package dev.atrium.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @Nested
    class Given_a_letter_that_turns_into_another_in_lower_case {
        /** The sign for kelvin, and a capital I with a dot. */
        @ParameterizedTest
        @ValueSource(strings = {"mi\u212Ae@hill.example", "doc@la\u212Aeside.example", "m\u0130ke@hill.example"})
        void is_part_of_no_address(String text) {
            assertThat(EmailAddress.parse(text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"MÜLLER@hill.example", "doc@Köln.example", "Ж@hill.example"})
        void is_part_of_one_when_it_stays_what_it_is(String text) {
            assertThat(EmailAddress.parse(text)).isPresent();
        }
    }

    @Nested
    class Given_the_same_address_in_capital_letters {
        @Test
        void it_is_the_same() {
            EmailAddress doc = new EmailAddress("doc@hill.example");

            assertThat(doc.isSameAs(new EmailAddress("DOC@Hill.Example"))).isTrue();
            assertThat(doc.isSameAs(new EmailAddress("dot@hill.example"))).isFalse();
        }
    }
}

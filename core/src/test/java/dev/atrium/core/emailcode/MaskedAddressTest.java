package dev.atrium.core.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.account.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedAddressTest {
    @ParameterizedTest
    @CsvSource({
        "ada@Example.org, a…@example.org",
        "a@example.org, a…@example.org",
        "\uD83D\uDE00da@example.org, \uD83D\uDE00…@example.org"
    })
    void shows_the_first_letter_and_the_domain(String address, String shown) {
        assertThat(new MaskedAddress(new EmailAddress(address)).text()).isEqualTo(shown);
    }
}

package dev.atrium.core.brand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a page may name for help. */
class HelpContactTest {
    @ParameterizedTest
    @CsvSource({
        "help@riverside.example,mailto:help@riverside.example,help@riverside.example",
        " +49 (30) 123-456 ,tel:+4930123456,+49 (30) 123-456",
        "https://riverside.example/help,https://riverside.example/help,riverside.example/help",
        "https://riverside.example/,https://riverside.example/,riverside.example"
    })
    void is_an_address_or_a_number(String text, String href, String shown) {
        assertThat(HelpContact.parse(text)).contains(new HelpContact(href, shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mrs Brown",
                "12",
                "javascript:alert(1)",
                "http://riverside.example/help",
                "https://me:secret@riverside.example",
                "https://riverside.example/\" onclick=x",
                "a@b.example?bcc=c@d.example",
                "data:text/html,x"
            })
    void is_nothing_else(String text) {
        assertThat(HelpContact.parse(text)).isEmpty();
    }
}

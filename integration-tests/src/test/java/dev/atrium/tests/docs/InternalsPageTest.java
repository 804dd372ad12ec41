package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.overrides.check.Fingerprints;
import dev.atrium.overrides.check.OverrideList;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code -Datrium.internals=write} writes the table anew. */
class InternalsPageTest {
    private static final Path PAGE = Checkout.file("docs/keycloak-internals.md");
    private static final String BEGIN = "<!-- table: written from overrides.txt -->\n\n";
    private static final String END = "\n<!-- end of the table -->";

    @Nested
    class Given_the_page_about_keycloaks_internals {
        @Test
        void has_the_table_of_what_is_checked_at_the_start() throws IOException {
            String page = Files.readString(PAGE);
            int begin = page.indexOf(BEGIN) + BEGIN.length();
            int end = page.indexOf(END);
            String table = new OverridesTable(OverrideList.read()).markdown();
            if (System.getProperty("atrium.internals", "").equals("write")) {
                Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
            } else {
                assertThat(page.substring(begin, end)).isEqualTo(table);
            }
        }

        @Test
        void names_the_releases_that_were_tested() throws IOException {
            assertThat(Files.readString(PAGE)).contains(String.join(" and ", Fingerprints.VERSIONS));
        }
    }
}

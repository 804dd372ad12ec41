package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.setup.health.FindingKind;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a finding refers to is in the documentation. */
class FindingsPageTest {
    @Nested
    class Given_a_kind_of_finding {
        @ParameterizedTest
        @EnumSource(FindingKind.class)
        void is_in_the_table_of_the_page(FindingKind kind) throws IOException {
            assertThat(text("health.md")).containsPattern(Pattern.compile("(?m)^\\|.*`" + kind.id() + "`.*\\|.*\\|$"));
        }

        @ParameterizedTest
        @EnumSource(FindingKind.class)
        void leads_to_a_page_and_a_heading_that_are_there(FindingKind kind) throws IOException {
            String[] parts = kind.docs().split("#", 2);

            assertThat(text(parts[0])
                            .lines()
                            .filter(line -> line.startsWith("#"))
                            .map(FindingsPageTest::name))
                    .as(kind.docs())
                    .anyMatch(name -> parts.length == 1 || name.equals(parts[1]));
        }
    }

    /** The name that GitHub gives a heading. */
    private static String name(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w\\- ]", "")
                .replace(' ', '-');
    }

    private static String text(String page) throws IOException {
        Path file = Checkout.file("docs/" + page);
        return Files.readString(file);
    }
}

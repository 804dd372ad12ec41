package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a reader of the documentation relies on, whatever the page. */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("^(https?|mailto):.*");

    @Nested
    class Given_a_link_within_the_checkout {
        @Test
        void leads_to_a_file_and_a_heading_that_are_there() {
            assertThat(Stream.of(".", "docs", "docs/providers", "docs/decisions")
                            .flatMap(DocumentationTest::pages)
                            .flatMap(page -> links(page).map(link -> new Link(page, link)))
                            .filter(link -> !link.leadsSomewhere()))
                    .isEmpty();
        }

        private static Stream<String> links(Path page) {
            return LINK.matcher(text(page))
                    .results()
                    .map(found -> found.group(1))
                    .filter(link -> !ELSEWHERE.matcher(link).matches());
        }
    }

    @Nested
    class Given_a_page_of_docs {
        @Test
        void ends_with_what_to_do_when_it_does_not_work() {
            assertThat(Stream.of("docs", "docs/providers").flatMap(DocumentationTest::pages))
                    .isNotEmpty()
                    .filteredOn(page -> !page.endsWith("glossary.md"))
                    .allSatisfy(page -> assertThat(headings(page).filter(heading -> heading.startsWith("## ")))
                            .last()
                            .asString()
                            .startsWith("## When "));
        }
    }

    private record Link(Path page, String target) {
        boolean leadsSomewhere() {
            String[] parts = target.split("#", 2);
            Path file =
                    parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
            return Files.exists(file) && (parts.length == 1 || headings(file).anyMatch(this::isNamed));
        }

        /** The name that GitHub gives a heading. */
        private boolean isNamed(String heading) {
            String name = heading.replaceFirst("^#+ ", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\w\\- ]", "")
                    .replace(' ', '-');
            return target.endsWith("#" + name);
        }
    }

    private static Stream<Path> pages(String folder) {
        try (Stream<Path> files = Files.list(Checkout.file(folder))) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return pages.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> headings(Path page) {
        return text(page).lines().filter(line -> line.startsWith("#"));
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

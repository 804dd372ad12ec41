package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who writes a theme finds each page in the docs. */
class ThemePagesTest {
    private static final Path TEMPLATES = Path.of("themes/src/main/resources");
    private static final Pattern FILE = Pattern.compile("`(atrium-[a-z-]+\\.ftl)`");

    @Nested
    class Given_the_page_about_themes {
        @Test
        void names_each_page_of_ours() throws IOException {
            String row = Files.readAllLines(Checkout.build().root().resolve("docs/themes.md")).stream()
                    .filter(line -> line.endsWith("| a whole page |"))
                    .findFirst()
                    .orElseThrow();

            assertThat(FILE.matcher(row).results().map(found -> found.group(1)))
                    .containsExactlyInAnyOrderElementsOf(pages());
        }
    }

    /** Those that no other template takes its parts from. */
    static List<String> pages() throws IOException {
        List<Path> templates;
        try (Stream<Path> files = Files.walk(Checkout.build().root().resolve(TEMPLATES))) {
            templates = files.filter(file -> file.toString().endsWith(".ftl")).toList();
        }
        String all = templates.stream().map(ThemePagesTest::text).collect(Collectors.joining());
        return templates.stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("atrium-") && !all.contains("import \"" + name + "\""))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

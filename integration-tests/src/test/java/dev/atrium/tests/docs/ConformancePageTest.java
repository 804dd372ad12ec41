package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code docs/conformance.md} has a line for each requirement, and each test that it names is there. */
class ConformancePageTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| ([A-Z]-\\d\\d) \\| [^|]+ \\| ([^|]+) \\| ([^|]*) \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9]+)#([A-Za-z0-9_]+)`");

    private final List<Row> rows = rows();

    @Nested
    class Given_the_page {
        @Test
        void has_one_line_for_each_requirement() throws IOException {
            assertThat(rows).extracting(Row::id).containsExactlyElementsOf(requirements());
        }

        @Test
        void says_of_each_what_is_the_case() {
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row.status())
                            .as(row.id())
                            .isIn("done", "Keycloak", "not ours", "not offered", "missing"));
        }

        @Test
        void names_a_test_for_each_that_is_met() {
            assertThat(rows.stream().filter(row -> row.status().matches("done|Keycloak")))
                    .allSatisfy(row -> assertThat(row.tests()).as(row.id()).isNotEmpty());
        }

        @Test
        void gives_a_reason_for_each_that_is_not() {
            assertThat(rows.stream().filter(row -> row.status().matches("not ours|not offered|missing")))
                    .allSatisfy(row ->
                            assertThat(row.shownBy().strip()).as(row.id()).hasSizeGreaterThan(20));
        }

        @Test
        void names_tests_that_there_are() {
            assertThat(rows.stream().flatMap(row -> row.tests().stream()).distinct())
                    .isNotEmpty()
                    .allSatisfy(test ->
                            assertThat(test.isThere()).as(test.toString()).isTrue());
        }
    }

    private static List<Row> rows() {
        try {
            return ROW.matcher(Files.readString(Checkout.file("docs/conformance.md")))
                    .results()
                    .map(row -> new Row(row.group(1), row.group(2).strip(), row.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> requirements() throws IOException {
        try (InputStream list = ConformancePageTest.class.getResourceAsStream("requirements.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /**
     * A line of the table.
     *
     * @param shownBy the tests that show it, or why there is none
     */
    private record Row(String id, String status, String shownBy) {
        List<NamedTest> tests() {
            return TEST.matcher(shownBy).results().map(NamedTest::of).toList();
        }
    }

    /** A test by class and method. */
    private record NamedTest(String type, String method) {
        static NamedTest of(MatchResult named) {
            return new NamedTest(named.group(1), named.group(2));
        }

        boolean isThere() {
            return source().filter(text -> text.contains("void " + method + "("))
                    .isPresent();
        }

        private Optional<String> source() {
            try (Stream<Path> modules = Files.list(Checkout.file("."))) {
                return modules.map(module -> module.resolve("src/test/java"))
                        .filter(Files::isDirectory)
                        .flatMap(this::in)
                        .findFirst();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Stream<String> in(Path sources) {
            try (Stream<Path> files = Files.walk(sources)) {
                List<Path> found = files.filter(
                                file -> file.getFileName().toString().equals(type + ".java"))
                        .toList();
                return found.stream().map(NamedTest::read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

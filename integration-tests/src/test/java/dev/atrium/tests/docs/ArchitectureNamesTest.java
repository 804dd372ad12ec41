package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The table in which somebody who is new here looks up where a rule is. */
class ArchitectureNamesTest {
    private static final String HEAD = "| what is refused or wrong | where it is decided |";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("([A-Z][a-z]\\w+)(?:\\.([a-z]\\w+))?");

    @Nested
    class Given_the_table_that_says_where_something_is_decided {
        @Test
        void names_classes_and_methods_of_the_modules_beside_them() {
            assertThat(rows().flatMap(Row::names))
                    .hasSizeGreaterThan(20)
                    .filteredOn(name -> !name.isThere())
                    .isEmpty();
        }
    }

    private record Row(List<String> codes) {
        Stream<Name> names() {
            return codes.stream().filter(code -> CLASS.matcher(code).matches()).map(code -> new Name(code, modules()));
        }

        private List<String> modules() {
            return codes.stream()
                    .filter(code -> Files.isDirectory(sources(code)))
                    .toList();
        }
    }

    /** A class, and perhaps a method of it, with the modules that it may be in. */
    private record Name(String code, List<String> modules) {
        boolean isThere() {
            String[] parts = code.split("\\.");
            return modules.stream()
                    .flatMap(module -> files(sources(module)))
                    .filter(file -> file.endsWith(parts[0] + ".java"))
                    .anyMatch(file -> parts.length == 1
                            || Pattern.compile("\\b" + parts[1] + "\\(")
                                    .matcher(text(file))
                                    .find());
        }
    }

    /** Of each row what says where; the first cell may have words that are no names of ours. */
    private static Stream<Row> rows() {
        return text(Checkout.file("docs/architecture.md"))
                .lines()
                .dropWhile(line -> !line.equals(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|")[2])
                .map(where -> new Row(CODE.matcher(where)
                        .results()
                        .map(found -> found.group(1))
                        .toList()));
    }

    private static Path sources(String module) {
        return Checkout.file(module + "/src/main/java");
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.atrium.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A package is small enough to be read at a sitting, and what everything knows is the smallest module. */
class RoomSizeTest {
    private static final int LINES_OF_A_PACKAGE = 1_200;
    private static final int LINES_OF_SUPPORT = 1_000;

    @Test
    void no_package_is_above_twelve_hundred_lines() throws IOException {
        assertThat(lines(Path::getParent))
                .isNotEmpty()
                .allSatisfy((room, lines) ->
                        assertThat(lines).as("lines of %s", room).isLessThanOrEqualTo(LINES_OF_A_PACKAGE));
    }

    @Test
    void keycloak_support_is_under_a_thousand_lines() throws IOException {
        Path root = Checkout.build().root();
        Map<Path, Long> modules = lines(file -> root.relativize(file).getName(0));

        assertThat(modules.get(Path.of("keycloak-support"))).isLessThan(LINES_OF_SUPPORT);
    }

    private static Map<Path, Long> lines(Function<Path, Path> room) throws IOException {
        try (Stream<Path> modules = Files.list(Checkout.build().root())) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(RoomSizeTest::sources)
                    .collect(Collectors.groupingBy(room, TreeMap::new, Collectors.summingLong(RoomSizeTest::length)));
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long length(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

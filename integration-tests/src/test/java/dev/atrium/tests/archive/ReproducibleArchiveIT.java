package dev.atrium.tests.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.demo.Build;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever builds these sources gets the archive that is handed out. */
@Tag("archive")
class ReproducibleArchiveIT {
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git", ".atrium", ".idea");

    @Nested
    class Given_the_same_sources_in_another_place_time_zone_locale_and_umask {
        @TempDir
        Path elsewhere;

        @Test
        void the_archive_is_the_same_byte_for_byte() throws IOException, InterruptedException {
            Path here = Checkout.build().archive();
            copy(Checkout.build().root(), elsewhere);
            Maven.run(
                    elsewhere,
                    List.of(
                            "package",
                            "--projects=archive",
                            "--also-make",
                            // What these look at does not go into the archive.
                            "-Dmaven.test.skip",
                            "-Dspotless.check.skip",
                            "-Dcheckstyle.skip"));
            Path there = new Build(elsewhere).archive();

            assertThat(differences(here, there))
                    .as("files that differ, or are in one only (left of an earlier build? mvn clean)")
                    .isEmpty();
            assertThat(there).hasSameBinaryContentAs(here);
        }
    }

    private static Set<String> differences(Path here, Path there) {
        Set<Map.Entry<String, String>> one = checksums(here).entrySet();
        Set<Map.Entry<String, String>> other = checksums(there).entrySet();
        return Stream.concat(
                        one.stream().filter(file -> !other.contains(file)),
                        other.stream().filter(file -> !one.contains(file)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of each file, also of those within jars. */
    private static Map<String, String> checksums(Path zip) {
        Archive archive = Archive.read(zip);
        Map<String, String> checksums = new HashMap<>();
        archive.files().forEach((name, content) -> checksums.put(name, Sha256.of(content)));
        archive.jars()
                .forEach((jar, files) ->
                        files.forEach((name, content) -> checksums.put(jar + "!/" + name, Sha256.of(content))));
        return checksums;
    }

    private static void copy(Path sources, Path to) throws IOException {
        Files.walkFileTree(sources, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (NOT_SOURCES.contains(String.valueOf(directory.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(sources.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!NOT_SOURCES.contains(String.valueOf(file.getFileName()))) {
                    Files.copy(file, to.resolve(sources.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

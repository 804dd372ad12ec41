package dev.atrium.overrides.check;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtriumJarsTest {
    @TempDir
    private Path providers;

    @Nested
    class Given_the_jars_of_one_version {
        @BeforeEach
        void two() throws IOException {
            jar("atrium-core.jar", "atrium-core", "2", "dev/atrium/core/Rule.class");
            jar("atrium-rest.jar", "atrium-rest", "2", "dev/atrium/rest/Resource.class");
        }

        @Test
        void finds_nothing_wrong() {
            assertThatCode(AtriumJarsTest.this::check).doesNotThrowAnyException();
        }

        @Test
        void finds_nothing_wrong_with_other_extensions() throws IOException {
            write("other.jar", Map.of("com/example/Other.class", "", "META-INF/MANIFEST.MF", ""));

            assertThatCode(AtriumJarsTest.this::check).doesNotThrowAnyException();
        }

        @Test
        void finds_nothing_wrong_with_what_every_package_has() throws IOException {
            jar("atrium-a.jar", "atrium-a", "2", "dev/atrium/a/package-info.class");
            jar("atrium-b.jar", "atrium-b", "2", "dev/atrium/a/package-info.class");

            assertThatCode(AtriumJarsTest.this::check).doesNotThrowAnyException();
        }

        @Test
        void names_a_jar_of_another_version_and_no_other() throws IOException {
            jar("atrium-gone-1.jar", "atrium-gone", "1", "dev/atrium/gone/Gone.class");

            assertThatThrownBy(AtriumJarsTest.this::check)
                    .hasMessageContaining("atrium-gone-1.jar (1)")
                    .hasMessageNotContaining("atrium-rest.jar");
        }

        @Test
        void names_both_jars_that_hold_the_same_class() throws IOException {
            jar("atrium-old.jar", "atrium-old", "2", "dev/atrium/core/Rule.class");

            assertThatThrownBy(AtriumJarsTest.this::check)
                    .hasMessageContaining("atrium-core.jar (2), atrium-old.jar (2)")
                    .hasMessageNotContaining("atrium-rest.jar");
        }

        @Test
        void names_both_jars_that_were_built_as_the_same() throws IOException {
            jar("atrium-core-copy.jar", "atrium-core", "2", "theme/atrium/theme.properties");

            assertThatThrownBy(AtriumJarsTest.this::check)
                    .hasMessageContaining("atrium-core-copy.jar (2), atrium-core.jar (2)");
        }
    }

    @Nested
    class Given_no_such_directory {
        @Test
        void finds_nothing_wrong() {
            Verdict verdict = new Verdict();
            AtriumJars.in(providers.resolve("nowhere")).check(Optional.empty(), verdict);

            assertThatCode(verdict::carryOut).doesNotThrowAnyException();
        }
    }

    private void check() {
        Verdict verdict = new Verdict();
        AtriumJars.in(providers).check(Optional.of("2"), verdict);
        verdict.carryOut();
    }

    private void jar(String file, String artifact, String version, String entry) throws IOException {
        write(
                file,
                Map.of(
                        "META-INF/maven/dev.atrium/" + artifact + "/pom.properties",
                        "artifactId=" + artifact + "\nversion=" + version + "\n",
                        entry,
                        ""));
    }

    private void write(String file, Map<String, String> entries) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(providers.resolve(file)))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
    }
}

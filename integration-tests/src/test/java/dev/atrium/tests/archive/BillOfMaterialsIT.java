package dev.atrium.tests.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atrium.demo.Build;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archive says about itself, to be read by machines. */
@Tag("own")
class BillOfMaterialsIT {
    private final Archive archive = Archive.read(Checkout.build().archive());

    @Nested
    class Given_the_bill_of_materials_of_the_archive {
        @Test
        void lists_the_jars_by_their_checksums_and_nothing_else() {
            assertThat(components()
                            .collect(Collectors.toMap(
                                    component -> component.path("name").asText() + ".jar",
                                    component ->
                                            component.at("/hashes/0/content").asText())))
                    .isEqualTo(archive.files().entrySet().stream()
                            .filter(file -> file.getKey().endsWith(".jar"))
                            .collect(Collectors.toMap(
                                    file -> file.getKey().substring(Archive.PROVIDERS.length()),
                                    file -> Sha256.of(file.getValue()))));
        }

        @Test
        void names_version_and_licence_of_the_archive_and_of_each_jar() {
            assertThat(Stream.concat(Stream.of(bom().at("/metadata/component")), components()))
                    .hasSize(archive.jars().size() + 1)
                    .allSatisfy(component -> {
                        assertThat(component.path("version").asText()).isEqualTo(Build.version());
                        assertThat(component.at("/licenses/0/license/id").asText())
                                .isEqualTo("Apache-2.0");
                    });
        }

        @Test
        void points_at_nothing_that_is_not_in_the_archive() {
            Set<String> known =
                    components().map(one -> one.path("bom-ref").asText()).collect(Collectors.toSet());
            Set<String> needed = new HashSet<>();
            bom().path("dependencies")
                    .forEach(one -> one.path("dependsOn").forEach(other -> needed.add(other.asText())));

            assertThat(needed).isEqualTo(known);
        }
    }

    @Nested
    class Given_the_commands_of_install_md {
        private final String commands = Example.beginning("install.md", "jq -r '.metadata.component.version'");

        @TempDir
        Path keycloak;

        @BeforeEach
        void unzipped() throws IOException {
            archive.unzip(keycloak);
        }

        @Test
        void print_the_version_and_nothing_of_jars_that_are_as_they_were() throws Exception {
            assertThat(printed()).isEqualTo(Build.version() + "\n");
        }

        @Test
        void print_the_jar_that_is_another() throws Exception {
            String jar = archive.jars().keySet().iterator().next();
            Files.writeString(keycloak.resolve(Archive.PROVIDERS + jar), "another");

            assertThat(printed()).contains(Archive.PROVIDERS + jar + ": FAILED");
        }

        private String printed() throws IOException, InterruptedException {
            Process shell = new ProcessBuilder("bash", "-c", commands)
                    .directory(keycloak.toFile())
                    .redirectError(Redirect.DISCARD)
                    .start();
            String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            shell.waitFor();
            return printed;
        }
    }

    private JsonNode bom() {
        return json(archive.files().get("atrium/bom.json"));
    }

    private Stream<JsonNode> components() {
        return Stream.of(bom()).flatMap(bom -> bom.path("components").findParents("purl").stream());
    }

    private JsonNode json(byte[] content) {
        try {
            return new ObjectMapper().readTree(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

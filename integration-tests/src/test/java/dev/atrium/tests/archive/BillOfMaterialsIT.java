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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
        void lists_all_but_the_papers_by_their_checksums_and_nothing_else() {
            assertThat(components()
                            .collect(Collectors.toMap(
                                    BillOfMaterialsIT::file,
                                    component ->
                                            component.at("/hashes/0/content").asText())))
                    .isEqualTo(archive.files().entrySet().stream()
                            .filter(file -> !file.getKey().startsWith("atrium/"))
                            .collect(Collectors.toMap(Map.Entry::getKey, file -> Sha256.of(file.getValue()))));
        }

        @Test
        void names_version_and_licence_of_the_archive_and_of_each_jar() {
            assertThat(Stream.concat(
                            Stream.of(bom().at("/metadata/component")),
                            components().filter(BillOfMaterialsIT::isJar)))
                    .hasSize(archive.jars().size() + 1)
                    .allSatisfy(component -> {
                        assertThat(component.path("version").asText()).isEqualTo(Build.version());
                        assertThat(component.at("/licenses/0/license/id").asText())
                                .isEqualTo("Apache-2.0");
                    });
        }

        @Test
        void names_what_the_list_of_passwords_is_made_from_and_its_licence() {
            assertThat(components().filter(component -> !isJar(component)))
                    .singleElement()
                    .satisfies(list -> {
                        assertThat(list.path("name").asText()).isEqualTo(Archive.PASSWORDS);
                        assertThat(list.at("/licenses/0/license/id").asText()).isEqualTo("MIT");
                        assertThat(list.at("/pedigree/ancestors/0/purl").asText())
                                .startsWith("pkg:maven/me.gosimple/nbvcxz@");
                        assertThat(list.at("/pedigree/ancestors/0/licenses/0/license/id")
                                        .asText())
                                .isEqualTo("MIT");
                    });
            assertThat(new String(archive.files().get("atrium/NOTICE"), StandardCharsets.UTF_8))
                    .contains(Archive.PASSWORDS, "Copyright (c) 2016, Adam Brusselback");
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

        @Test
        void print_the_list_of_passwords_when_it_is_another() throws Exception {
            Files.writeString(keycloak.resolve(Archive.PASSWORDS), "another");

            assertThat(printed()).contains(Archive.PASSWORDS + ": FAILED");
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
        return StreamSupport.stream(bom().path("components").spliterator(), false);
    }

    private static boolean isJar(JsonNode component) {
        return component.path("type").asText().equals("library");
    }

    private static String file(JsonNode component) {
        String name = component.path("name").asText();
        return isJar(component) ? Archive.PROVIDERS + name + ".jar" : name;
    }

    private JsonNode json(byte[] content) {
        try {
            return new ObjectMapper().readTree(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

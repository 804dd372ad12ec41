package dev.atrium.tests.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atrium.demo.Build;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the archive says about itself, to be read by machines. */
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

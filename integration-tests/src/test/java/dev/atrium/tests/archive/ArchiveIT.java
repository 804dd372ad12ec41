package dev.atrium.tests.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atrium.demo.Build;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lies in the archive that this build made. */
@Tag("own")
class ArchiveIT {
    private static final List<String> MODULES = List.of(
            "authenticators",
            "core",
            "directory",
            "event-listeners",
            "http",
            "invitations",
            "keycloak-overrides",
            "keycloak-support",
            "mail",
            "outbox",
            "password-hash",
            "protocol-mappers",
            "provisioning",
            "setup",
            "rest",
            "store",
            "themes",
            "tokens");

    private static final int JAVA_17 = 61;

    private static Build build;
    private static Archive archive;
    private static PlainDistribution keycloak;

    @BeforeAll
    static void read() throws IOException {
        build = Checkout.build();
        archive = Archive.read(build.archive());
        keycloak = PlainDistribution.read(build.serverArchive());
    }

    @Nested
    class Given_its_files {
        /** Names without a version: the jars of a newer archive replace those of an older one. */
        @Test
        void are_the_jars_of_the_pack_its_list_of_passwords_and_the_papers_about_them() {
            Stream<String> jars = MODULES.stream().map(module -> "providers/atrium-" + module + ".jar");
            Stream<String> papers =
                    Stream.of("bom.json", "LICENSE", "NOTICE", "README.md").map(paper -> "atrium/" + paper);

            assertThat(archive.files().keySet().stream().filter(file -> !ArchivedDocsIT.isOne(file)))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of(Archive.PASSWORDS), Stream.concat(jars, papers))
                                    .toList());
        }

        @Test
        void replace_no_file_of_Keycloak() {
            assertThat(keycloak.files())
                    .contains("bin/kc.sh")
                    .doesNotContainAnyElementsOf(archive.files().keySet());
        }

        @Test
        void name_the_version_to_who_reads_them() {
            assertThat(text(archive.files().get("atrium/README.md")))
                    .contains("# Atrium " + Build.version(), "unzip -o atrium-" + Build.version() + ".zip")
                    .doesNotContain("${");
        }
    }

    @Nested
    class Given_its_list_of_passwords {
        private final List<String> passwords = new String(
                        archive.files().get(Archive.PASSWORDS), StandardCharsets.UTF_8)
                .lines()
                .toList();

        /** Keycloak puts what somebody chooses in lower case, and looks for the whole of it. */
        @Test
        void has_one_a_line_in_lower_case_none_twice_and_the_most_used_first() {
            assertThat(passwords)
                    .startsWith("123456", "password")
                    .hasSizeGreaterThan(100_000)
                    .doesNotHaveDuplicates()
                    .allSatisfy(one -> assertThat(one)
                            .isNotBlank()
                            .isEqualTo(one.toLowerCase(Locale.ROOT))
                            .doesNotContain("\r"));
        }

        @Test
        void has_what_people_make_of_the_most_used_where_15_characters_are_asked_for() {
            assertThat(passwords)
                    .contains(
                            "passwordpassword",
                            "qwertyqwertyqwerty",
                            "123456789012345",
                            "password1234567",
                            "dragon1234567890");
        }
    }

    @Nested
    class Given_its_jars {
        @Test
        void hold_no_class_that_is_not_of_the_pack_and_no_other_jar() {
            eachFile((name, content) -> {
                assertThat(name).doesNotEndWith(".jar");
                if (name.endsWith(".class")) {
                    assertThat(name).startsWith("dev/atrium/");
                }
            });
        }

        @Test
        void hold_no_class_twice_and_none_that_Keycloak_has() {
            List<String> classes = archive.jars().values().stream()
                    .flatMap(files -> files.keySet().stream())
                    .filter(name -> name.endsWith(".class"))
                    .toList();

            assertThat(classes).hasSizeGreaterThan(100).doesNotHaveDuplicates();
            assertThat(keycloak.classes())
                    .contains("org/keycloak/models/KeycloakSession.class")
                    .doesNotContainAnyElementsOf(classes);
        }

        @Test
        void run_on_Java_17() {
            eachFile((name, content) -> {
                if (name.endsWith(".class")) {
                    assertThat((content[6] << 8) + content[7]).as(name).isLessThanOrEqualTo(JAVA_17);
                }
            });
        }

        @Test
        void hold_no_secret_of_the_demo_and_no_key() throws IOException {
            Set<String> secrets = secrets();
            assertThat(secrets).contains("atrium-demo", "clinician-portal-secret");

            eachFile((name, content) ->
                    assertThat(text(content)).as(name).doesNotContain(secrets).doesNotContain("PRIVATE KEY-----"));
        }
    }

    private static void eachFile(BiConsumer<String, byte[]> check) {
        assertThat(archive.jars()).hasSize(MODULES.size());
        archive.jars().values().forEach(files -> files.forEach(check));
    }

    /** Whatever the demo's realms call a secret or a password, longer than a word that may stand anywhere. */
    private static Set<String> secrets() throws IOException {
        Set<String> secrets = new HashSet<>();
        try (Stream<Path> files = Files.list(build.realmExport())) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                JsonNode realm = new ObjectMapper().readTree(file.toFile());
                Stream.of("secret", "clientSecret", "password")
                        .flatMap(name -> realm.findValuesAsText(name).stream())
                        .forEach(secrets::add);
                realm.findValues("credentials")
                        .forEach(credentials -> secrets.addAll(credentials.findValuesAsText("value")));
            }
        }
        return secrets.stream().filter(secret -> secret.length() > 8).collect(Collectors.toSet());
    }

    /** Characters of one byte each, so that any file can be searched. */
    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}

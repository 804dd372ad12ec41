package dev.atrium.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {

    @TempDir
    Path directory;

    @Test
    void hands_over_realms_with_the_address_of_the_server() throws IOException {
        Path realms = Build.around(Path.of("")).realmExport();

        new Distribution(directory).withRealms(realms, URI.create("http://localhost:9876"));

        Path imports = directory.resolve("data").resolve("import");
        assertThat(imports.resolve("lakeside-idp-realm.json")).exists();
        assertThat(imports.resolve("memberships.json")).doesNotExist();
        assertThat(Files.readString(imports.resolve("atrium-realm.json")))
                .contains("http://localhost:9876/realms/lakeside-idp")
                .doesNotContain(Distribution.WRITTEN_FOR);
    }

    @Test
    void replaces_the_jars_of_an_earlier_build() throws IOException {
        Path providers = Files.createDirectories(directory.resolve("home").resolve("providers"));
        Files.writeString(providers.resolve("old.jar"), "old");
        Path jars = Files.createDirectories(directory.resolve("jars"));
        Files.writeString(jars.resolve("new.jar"), "new");

        new Distribution(directory.resolve("home")).withProviders(jars);

        assertThat(providers).isDirectoryContaining("glob:**new.jar").isDirectoryNotContaining("glob:**old.jar");
    }

    @Test
    void brings_the_lists_of_passwords_of_the_build_and_leaves_others() throws IOException {
        Path lists = Files.createDirectories(directory.resolve("lists"));
        Files.writeString(lists.resolve("ours.txt"), "new");
        Path found = Files.createDirectories(directory.resolve("home/data/password-blacklists"));
        Files.writeString(found.resolve("ours.txt"), "old");
        Files.writeString(found.resolve("theirs.txt"), "theirs");

        new Distribution(directory.resolve("home")).withPasswordLists(lists);

        assertThat(found.resolve("ours.txt")).hasContent("new");
        assertThat(found.resolve("theirs.txt")).hasContent("theirs");
    }

    @Test
    void says_what_to_do_when_nothing_was_built() {
        assertThatThrownBy(() -> Distribution.unpack(directory.resolve("missing.zip"), directory.resolve("home")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("build with Maven first");
    }

    @Test
    void says_what_to_do_when_the_archive_is_damaged() throws IOException {
        Path archive = directory.resolve("keycloak.zip");
        Files.write(archive, MavenMirror.zip());

        assertThatThrownBy(() -> Distribution.unpack(archive, directory.resolve("home")))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(archive + " is damaged")
                .hasMessageContaining("delete it here and in Maven's local repository");
        assertThat(directory.resolve("home")).doesNotExist();
    }
}

package dev.atrium.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerDownloadTest {

    private static final String VERSION = "26.0.1";

    @TempDir
    Path directory;

    private MavenMirror mirror;
    private Path archive;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        mirror = MavenMirror.start();
        archive = directory.resolve("distribution").resolve("keycloak.zip");
    }

    @AfterEach
    void stop() {
        mirror.stop();
    }

    @Nested
    class Given_a_mirror_in_the_settings {
        @Test
        void downloads_from_it_once() throws IOException {
            mirror.offers(VERSION, MavenMirror.zip());

            download(false).to(archive);
            download(true).to(archive);

            assertThat(archive).hasBinaryContent(MavenMirror.zip());
            assertThat(mirror.downloads()).isEqualTo(1);
        }

        @Test
        void shows_how_far_it_is() throws IOException {
            mirror.offers(VERSION, MavenMirror.zip(3_000_000));

            download(false).to(archive);

            assertThat(said).startsWith("Downloading Keycloak 26.0.1, 3 MB").endsWith("  3 MB");
        }

        @Test
        void replaces_what_an_interrupted_copy_left() throws IOException {
            mirror.offers(VERSION, MavenMirror.zip());
            Files.createDirectories(archive.getParent());
            Files.writeString(archive, "half");

            download(false).to(archive);

            assertThat(archive).hasBinaryContent(MavenMirror.zip());
        }

        @Test
        void says_that_it_has_no_such_version() {
            assertThatThrownBy(() -> download(false).to(archive))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Keycloak 26.0.1 is not available from nearby at 127.0.0.1: name another version with"
                            + " -Dkeycloak.server.version, or check the mirrors in Maven's settings.xml.");
        }

        @Test
        void asks_again_for_what_it_did_not_have() throws IOException {
            assertThatThrownBy(() -> download(false).to(archive)).isInstanceOf(CannotStart.class);
            mirror.offers(VERSION, MavenMirror.zip());

            download(false).to(archive);

            assertThat(archive).exists();
        }

        @Test
        void says_that_what_arrived_was_damaged() throws IOException {
            mirror.offers(VERSION, MavenMirror.zip(), "0123456789012345678901234567890123456789");

            assertThatThrownBy(() -> download(false).to(archive))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("could not be downloaded from nearby at 127.0.0.1 (Checksum")
                    .hasMessageContaining("run the command again");
            assertThat(archive).doesNotExist();
        }

        @Test
        void says_that_what_lies_there_is_damaged() throws IOException {
            mirror.offers(VERSION, new byte[100]);

            assertThatThrownBy(() -> download(false).to(archive))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith(repository().toString())
                    .hasMessageContaining("is damaged")
                    .hasMessageEndingWith("delete it and run the command again, which downloads it anew.");
        }
    }

    @Nested
    class Given_a_mirror_out_of_reach {
        @Test
        void says_what_failed_and_what_to_do() throws IOException {
            mirror.stop();

            assertThatThrownBy(() -> download(false).to(archive))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageMatching(
                            "Keycloak 26\\.0\\.1 could not be downloaded from nearby at 127\\.0\\.0\\.1 \\(.+\\):"
                                    + " check the network, or the proxies and mirrors in Maven's settings\\.xml, and run the"
                                    + " command again; what was downloaded is kept\\.");
        }

        @Test
        void says_that_its_host_is_unknown() throws IOException {
            mirror.settings(settings(), "http://nowhere.invalid/");

            assertThatThrownBy(() -> with(settings(), false).to(archive))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("from nearby at nowhere.invalid (unknown host nowhere.invalid");
        }
    }

    @Nested
    class Given_a_proxy_in_the_settings {
        @Test
        void goes_through_it() throws IOException {
            mirror.offers(VERSION, MavenMirror.zip());
            mirror.proxied(settings(), "http://nowhere.invalid/");

            with(settings(), false).to(archive);

            assertThat(mirror.downloads()).isEqualTo(1);
        }
    }

    @Nested
    class Given_that_Maven_works_offline {
        @Test
        void says_so_without_asking_anybody() throws IOException {
            mirror.offers(VERSION, MavenMirror.zip());

            assertThatThrownBy(() -> download(true).to(archive))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Keycloak 26.0.1 was never downloaded to " + repository()
                            + ", and Maven works offline: run the command once without -o.");
            assertThat(mirror.downloads()).isZero();
        }
    }

    private ServerDownload download(boolean offline) throws IOException {
        mirror.settings(settings(), mirror.address());
        return with(settings(), offline);
    }

    private ServerDownload with(Path settings, boolean offline) {
        return new ServerDownload(
                new MavenSettings(repository(), offline, Optional.of(settings), Optional.empty()), VERSION, said::add);
    }

    private Path settings() {
        return directory.resolve("settings.xml");
    }

    private Path repository() {
        return directory.resolve("repository");
    }
}

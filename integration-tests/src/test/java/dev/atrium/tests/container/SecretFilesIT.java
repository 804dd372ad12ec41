package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the image says to secrets in files; that it reads them, compose.yaml shows. */
@Tag("container")
class SecretFilesIT {
    @RegisterExtension
    static final Engine ENGINE = new Engine() {
        @Override
        void start() {
            // The image is enough.
        }

        @Override
        void stop() {
            // Each container is removed when it ends.
        }
    };

    @Nested
    class Given_a_secret_in_a_file {
        @Test
        void is_given_to_keycloak_under_the_name_of_its_setting() {
            Cli shown = start("KC_DB_PASSWORD_FILE=/etc/hostname", "show-config");

            assertThat(shown.output()).contains("kc.db-password").doesNotContain("db-password-file");
            assertThat(shown.exit()).isZero();
        }

        @Test
        void is_given_as_it_is_whatever_its_characters() throws IOException {
            Path file = Scratch.directory("secret").resolve("name");
            Files.writeString(file, Production.DATABASE_PASSWORD);
            Cli shown = run(
                    "--volume",
                    file + ":/run/secrets/name:ro",
                    "--env",
                    "KC_DB_USERNAME_FILE=/run/secrets/name",
                    Image.NAME,
                    "show-config");

            assertThat(shown.output()).contains(Production.DATABASE_PASSWORD);
        }

        @Test
        void is_refused_when_the_file_is_not_there() {
            assertRefused(start("KC_DB_PASSWORD_FILE=/run/secrets/none", "start"), "cannot read", "/run/secrets/none");
        }

        @Test
        void is_refused_when_the_file_is_empty() {
            assertRefused(start("KC_DB_PASSWORD_FILE=/dev/null", "start"), "empty", "/dev/null");
        }

        @Test
        void is_refused_beside_the_setting_itself() {
            Cli both =
                    run("--env", "KC_DB_PASSWORD=a", "--env", "KC_DB_PASSWORD_FILE=/etc/hostname", Image.NAME, "start");

            assertRefused(both, "Both KC_DB_PASSWORD and KC_DB_PASSWORD_FILE");
        }
    }

    @Nested
    class Given_a_setting_of_keycloak_that_names_a_file {
        @Test
        void is_left_alone() {
            assertThat(start("KC_LOG_FILE=/tmp/keycloak.log", "show-config").output())
                    .contains("/tmp/keycloak.log");
        }
    }

    @Nested
    class Given_no_hostname {
        @Test
        void says_which_setting_is_missing() {
            Cli done = run(Image.NAME, "start", "--optimized");

            assertThat(done.exit()).isNotZero();
            assertThat(done.output()).contains("hostname");
        }
    }

    private static void assertRefused(Cli done, String... words) {
        assertThat(done.exit()).isEqualTo(1);
        assertThat(done.output()).contains(words).hasLineCount(1);
    }

    private static Cli start(String setting, String command) {
        return run("--env", setting, Image.NAME, command);
    }

    private static Cli run(String... arguments) {
        return Cli.tryDocker(Stream.concat(Stream.of("run", "--rm", "--network", "none"), Stream.of(arguments))
                .toArray(String[]::new));
    }
}

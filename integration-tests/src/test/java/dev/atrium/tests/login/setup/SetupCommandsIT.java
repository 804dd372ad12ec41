package dev.atrium.tests.login.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.docs.Shell;
import dev.atrium.tests.server.AtriumServer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of install.md, typed as they stand into a realm that was made by hand. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class SetupCommandsIT {
    private static final String PAGE = "install.md";

    @Nested
    class Given_a_realm_made_by_hand {
        @Test
        void is_set_up_by_them_and_as_it_was_in_the_end(@TempDir Path directory) {
            try (HandmadeRealm realm = HandmadeRealm.create()) {
                JsonNode before = realm.export();
                Shell shell = new Shell(directory, realm.realm());

                String said = shell.types(here(
                        realm,
                        Example.beginning(PAGE, "kcadm.sh config credentials"),
                        Example.beginning(PAGE, "kcadm.sh create atrium/setup -r myrealm -o"),
                        Example.beginning(PAGE, "kcadm.sh create atrium/setup -r myrealm -s")));

                assertThat(said)
                        .contains(
                                "Would switch on organizations",
                                "Switched on organizations",
                                "Added the project 'clinic'");
                assertThat(shell.types(here(realm, Example.beginning(PAGE, "kcadm.sh delete atrium/setup"))))
                        .contains("Removed the project 'clinic'.", "Switched off organizations.");
                assertThat(realm.export()).isEqualTo(before);
            }
        }

        private static String[] here(HandmadeRealm realm, String... blocks) {
            return Stream.of(blocks)
                    .map(block -> block.replace("myrealm", realm.realm().name()))
                    .toList()
                    .toArray(String[]::new);
        }
    }
}

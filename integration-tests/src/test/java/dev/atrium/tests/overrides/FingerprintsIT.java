package dev.atrium.tests.overrides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.atrium.demo.Build;
import dev.atrium.overrides.check.Classes;
import dev.atrium.overrides.check.Fingerprints;
import dev.atrium.overrides.check.OverrideList;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What is written down of Keycloak's methods is what the server of this build has.
 *
 * <p>{@code -Datrium.fingerprints=write} writes it down anew: docs/keycloak-internals.md.
 */
class FingerprintsIT {
    private static final String FILE =
            "keycloak-overrides/src/main/resources/dev/atrium/overrides/check/fingerprints-%s.txt";

    @Nested
    class Given_the_server_of_this_build {
        @Test
        void knows_each_method_that_matters() throws IOException {
            Map<String, String> found = found();
            String version = Build.serverVersion();
            if (System.getProperty("atrium.fingerprints", "").equals("write")) {
                write(found, Checkout.file(FILE.formatted(version)));
            } else {
                assumeThat(Fingerprints.VERSIONS)
                        .as("Releases that the pack is tested with")
                        .contains(version);
                assertThat(Fingerprints.of(version)).isEqualTo(found);
            }
        }
    }

    private static Map<String, String> found() throws IOException {
        Classes server = ServerClasses.in(Checkout.build().serverArchive());
        Map<String, String> found = new TreeMap<>();
        OverrideList.read()
                .classes()
                .flatMap(one -> one.watched().stream())
                .forEach(method -> found.put(
                        method.toString(),
                        server.fingerprint(method).orElseThrow(() -> new AssertionError("Keycloak has no " + method))));
        return found;
    }

    private static void write(Map<String, String> found, Path file) throws IOException {
        Files.writeString(
                file,
                found.entrySet().stream()
                        .map(line -> line.getKey() + " " + line.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}

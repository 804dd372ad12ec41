package dev.atrium.tests.hash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.hash.PlainKeycloak.Running;
import dev.atrium.tests.mail.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One database, and three servers after each other: stock, with the jar, and stock again. */
@Tag("own")
class PasswordHashIT {
    private static final String ELECTED = "Passwords are hashed ";

    @TempDir
    static Path directory;

    private static JsonNode storedBefore;
    private static JsonNode storedDuring;
    private static JsonNode storedBeforeSeenLater;
    private static boolean signedInBefore;
    private static boolean signedInWrongly;
    private static boolean signedInDuring;
    private static String log;
    private static boolean beforeSignsInAfterwards;
    private static boolean duringSignsInAfterwards;

    @BeforeAll
    static void runThree() throws IOException, InterruptedException {
        PlainKeycloak keycloak = new PlainKeycloak(directory);
        try (Running stock = keycloak.withoutTheJar()) {
            storedBefore = stock.stored("before");
        }
        String[] vectorsOption = Example.of("password-hash.md", "sh vectors")
                .lines()
                .findFirst()
                .orElseThrow()
                .split("[ =]", 3);
        Map<String, String> vectors = Map.of(
                vectorsOption[1],
                vectorsOption[2].replace("\"", ""),
                "KC_SPI_PASSWORD_HASHING__ARGON2__COMPUTER",
                "vector");
        try (Running fast = keycloak.withTheJar(vectors)) {
            Eventually.holds(() -> fast.log().contains(ELECTED), fast::log);
            signedInBefore = fast.signsIn("before", PlainKeycloak.PASSWORD);
            signedInWrongly = fast.signsIn("before", "wrong");
            fast.create("during");
            signedInDuring = fast.signsIn("during", PlainKeycloak.PASSWORD);
            storedDuring = fast.stored("during");
            storedBeforeSeenLater = fast.stored("before");
            log = fast.log();
        }
        try (Running stock = keycloak.withoutTheJar()) {
            beforeSignsInAfterwards = stock.signsIn("before", PlainKeycloak.PASSWORD);
            duringSignsInAfterwards = stock.signsIn("during", PlainKeycloak.PASSWORD);
        }
    }

    @Nested
    class Given_a_password_that_Keycloak_hashed {
        @Test
        void it_is_known_with_the_jar_and_another_is_not() {
            assertThat(signedInBefore).isTrue();
            assertThat(signedInWrongly).isFalse();
        }

        @Test
        void it_is_not_hashed_anew() {
            assertThat(storedBeforeSeenLater).isEqualTo(storedBefore);
        }
    }

    @Nested
    class Given_a_password_that_was_hashed_with_the_jar {
        @Test
        void it_is_stored_as_Keycloak_stores_it() {
            assertThat(storedDuring.path("credentialData")).isEqualTo(storedBefore.path("credentialData"));
        }

        @Test
        void it_is_known_with_the_jar_and_after_it_was_taken_out() {
            assertThat(signedInDuring).isTrue();
            assertThat(duringSignsInAfterwards).isTrue();
            assertThat(beforeSignsInAfterwards).isTrue();
        }
    }

    @Nested
    class Given_the_log {
        @Test
        void one_line_says_how_hashes_are_computed() {
            assertThat(log.lines().filter(line -> line.contains(ELECTED)))
                    .singleElement()
                    .asString()
                    .contains("ms of a processor each");
        }

        /** Where the processor has no such vectors, Keycloak's own hash serves. */
        @Test
        void it_is_the_line_that_the_documentation_shows() {
            String shown = Example.beginning("password-hash.md", ELECTED);
            assertThat(kind(log.lines()
                            .filter(line -> line.contains(ELECTED))
                            .findFirst()
                            .orElseThrow()))
                    .isIn(kind(shown), "");
            assertThat(log).contains("Using incubator modules: jdk.incubator.vector");
        }

        /** The words between the numbers; none where Keycloak's own serves. */
        private static String kind(String line) {
            return line.contains("by Keycloak's own Argon2")
                    ? ""
                    : line.substring(line.indexOf(ELECTED)).strip().replaceAll("[0-9.]+", "#");
        }

        @Test
        void no_password_is_in_it() {
            assertThat(log).doesNotContain("Paßwort", "🔑");
        }
    }
}

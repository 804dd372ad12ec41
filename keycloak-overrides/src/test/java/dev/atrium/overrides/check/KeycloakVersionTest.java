package dev.atrium.overrides.check;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeycloakVersionTest {
    @Nested
    class Given_a_release_of_a_minor_that_was_tried {
        @ParameterizedTest
        @ValueSource(strings = {"26.7.0", "26.7.3", "26.7.4", "26.7.99", "26.7.4.redhat-00001"})
        void runs(String version) {
            assertThatCode(() -> check(version, "")).doesNotThrowAnyException();
        }
    }

    @Nested
    class Given_a_release_of_another_minor {
        @ParameterizedTest
        @ValueSource(strings = {"26.8.0", "26.6.3", "27.7.0", "26.70.0", "999.0.0-SNAPSHOT", "unknown"})
        void does_not_run(String version) {
            assertThatThrownBy(() -> check(version, "")).hasMessageContaining("never tried with Keycloak " + version);
        }

        @Test
        void runs_where_the_administrator_accepts_it() {
            assertThatCode(() -> check("26.8.0", "26.8")).doesNotThrowAnyException();
        }

        @ParameterizedTest
        @CsvSource({"26.8.0,26.9", "26.8.0,26", "27.0.0,26.8"})
        void does_not_run_where_another_is_accepted(String version, String accepted) {
            assertThatThrownBy(() -> check(version, accepted)).hasMessageContaining("accept-version=");
        }
    }

    private static void check(String version, String accepted) {
        Verdict verdict = new Verdict();
        new KeycloakVersion(version).check(accepted, verdict);
        verdict.carryOut();
    }
}

package dev.atrium.core.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SupportedScopesTest {
    @Nested
    class Given_the_client_scopes_of_a_realm {
        @Test
        void lists_those_that_SMART_knows() {
            assertThat(SupportedScopes.of(List.of(
                            "user/*.cruds", "offline_access", "launch/patient", "patient/Observation.rs", "fhirUser")))
                    .containsExactly(
                            "openid",
                            "fhirUser",
                            "launch/patient",
                            "offline_access",
                            "patient/Observation.rs",
                            "user/*.cruds");
        }

        @Test
        void leaves_out_what_means_nothing_to_a_SMART_app() {
            assertThat(SupportedScopes.of(List.of("roles", "web-origins", "profile", "user/*.sr", "internal-billing")))
                    .containsExactly("openid");
        }

        @Test
        void leaves_out_a_context_that_this_server_cannot_give() {
            assertThat(SupportedScopes.of(List.of("launch/questionnaire", "launch/patient?role=x", "online_access")))
                    .containsExactly("openid");
        }
    }
}

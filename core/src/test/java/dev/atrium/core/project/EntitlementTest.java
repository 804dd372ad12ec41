package dev.atrium.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.scope.ScopeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EntitlementTest {
    private static final ScopeSet EVERYTHING = ScopeSet.parse("patient/*.cruds user/*.cruds system/*.cruds");

    @Nested
    class Given_a_practitioner {
        private final Entitlement practitioner = new Entitlement(EVERYTHING, false, true);

        @Test
        void may_have_what_the_policy_covers() {
            assertThat(allowed(practitioner, "openid user/Observation.rs")).isEqualTo("openid user/Observation.rs");
        }

        @Test
        void may_have_no_patient_scope_without_a_patient() {
            assertThat(allowed(practitioner, "openid patient/*.rs")).isEqualTo("openid");
        }

        @Test
        void is_given_no_patient_in_context() {
            assertThat(allowed(practitioner, "launch/patient user/*.rs")).isEqualTo("user/*.rs");
        }

        @Test
        void never_has_a_system_scope() {
            assertThat(allowed(practitioner, "system/*.rs")).isEmpty();
        }

        @Test
        void keeps_scopes_that_have_nothing_to_do_with_FHIR() {
            assertThat(allowed(practitioner, "email offline_access openid")).isEqualTo("email offline_access openid");
        }

        @Test
        void gets_nothing_for_a_scope_that_cannot_be_read() {
            assertThat(allowed(practitioner, "user/Observation.sr user/observation.rs"))
                    .isEmpty();
        }
    }

    @Nested
    class Given_a_patient {
        private final Entitlement patient = new Entitlement(ScopeSet.parse("patient/*.rs"), true, true);

        @Test
        void is_the_patient_in_context() {
            assertThat(allowed(patient, "launch/patient patient/*.rs")).isEqualTo("launch/patient patient/*.rs");
        }

        @Test
        void is_narrowed_to_the_policy() {
            assertThat(allowed(patient, "patient/Observation.cruds")).isEqualTo("patient/Observation.rs");
        }

        @Test
        void has_no_other_launch_context() {
            assertThat(allowed(patient, "launch launch/encounter")).isEmpty();
        }
    }

    @Nested
    class Given_a_project_whose_FHIR_server_is_unknown {
        private final Entitlement nowhere = new Entitlement(EVERYTHING, true, false);

        @Test
        void nobody_gets_FHIR_access_or_a_FHIR_identity() {
            assertThat(allowed(nowhere, "openid fhirUser user/*.rs patient/*.rs"))
                    .isEqualTo("openid");
        }
    }

    private static String allowed(Entitlement entitlement, String requested) {
        return entitlement.allow(ScopeSet.parse(requested)).text();
    }
}

package dev.atrium.core.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.account.UserId;
import dev.atrium.core.launch.InvalidLaunchContext;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.scope.ScopeSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        void S_17_is_so_in_the_long_form_of_the_scope_too() {
            String scope = "http://smarthealthit.org/fhir/scopes/launch/patient";

            assertThat(allowed(patient, scope)).isEqualTo(scope);
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
    class Given_a_launch {
        private final Entitlement launched = Entitlement.of(member("Practitioner/1"), true, Optional.of(context()));

        @Test
        void S_14_brings_the_patient_that_patient_scopes_are_about() {
            assertThat(allowed(launched, "launch launch/patient patient/*.rs"))
                    .isEqualTo("launch launch/patient patient/*.rs");
        }

        @Test
        void X_08_answers_for_the_types_it_holds_whatever_their_role() {
            String held = "launch/encounter launch/imagingstudy launch/imagingstudy?role=https://example.org/r";

            assertThat(allowed(launched, held + " launch/list")).isEqualTo(held);
        }

        @Test
        void S_15_of_another_patient_is_none_for_a_patient() {
            Entitlement other = Entitlement.of(member("Patient/2"), true, Optional.of(context()));

            assertThat(allowed(other, "launch launch/patient patient/*.rs user/*.rs"))
                    .isEqualTo("user/*.rs");
        }

        @Test
        void S_14_of_the_own_record_is_as_good_as_any_for_a_patient() {
            Entitlement own = Entitlement.of(member("Patient/1"), true, Optional.of(context()));

            assertThat(allowed(own, "launch patient/*.rs")).isEqualTo("launch patient/*.rs");
        }

        @Test
        void S_15_without_a_patient_leaves_patient_scopes_out() {
            Entitlement without = Entitlement.of(member("Practitioner/1"), true, Optional.of(LaunchContext.EMPTY));

            assertThat(allowed(without, "launch patient/*.rs user/*.rs")).isEqualTo("launch user/*.rs");
        }

        private LaunchContext context() {
            try {
                return LaunchContext.of(Map.of(
                        "patient",
                        "1",
                        "encounter",
                        "2",
                        "fhirContext",
                        List.of(Map.of("reference", "ImagingStudy/3"))));
            } catch (InvalidLaunchContext wrong) {
                throw new AssertionError(wrong);
            }
        }

        private Membership member(String profile) {
            String id = "00000000-0000-0000-0000-000000000000";
            AccessPolicy policy = new AccessPolicy(new AccessPolicyId(id), "all", "", EVERYTHING);
            MembershipTerms terms = new MembershipTerms(
                    FhirProfile.parse(profile).orElseThrow(), Optional.empty(), policy, false, Optional.empty());
            return new Membership(
                    new MembershipId(id),
                    new ProjectId("p"),
                    new UserId("u"),
                    terms,
                    true,
                    new MembershipHistory(Optional.empty(), Instant.EPOCH, Optional.empty()));
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

    @Nested
    class Given_a_request_that_is_to_be_of_use {
        private final Entitlement practitioner = new Entitlement(ScopeSet.parse("user/*.rs"), false, true);
        private final Entitlement patient = new Entitlement(ScopeSet.parse("patient/*.rs"), true, true);
        private final Entitlement nowhere = new Entitlement(EVERYTHING, true, false);

        @ParameterizedTest
        @CsvSource({
            "openid user/*.cruds, FITS",
            "openid user/*.rs patient/*.rs, FITS",
            "launch/patient user/*.rs, FITS",
            "openid fhirUser, FITS",
            "openid email offline_access, FITS",
            "openid user/*.cud, NOT_ALLOWED",
            "openid system/*.rs, NOT_ALLOWED",
            "openid fhirUser patient/*.rs, NO_PATIENT",
            "openid fhirUser launch/patient, NO_PATIENT",
            "user/*.cud patient/*.rs, NO_PATIENT",
            "fhirUser, FITS"
        })
        void a_practitioner_fits_what_a_policy_allows_without_a_patient(String requested, ProfileFit fit) {
            assertThat(fit(practitioner, requested)).isEqualTo(fit);
        }

        @ParameterizedTest
        @CsvSource({
            "openid launch/patient patient/*.cruds, FITS",
            "openid launch/patient, FITS",
            "launch/patient patient/*.cud, NOT_ALLOWED",
            "launch/patient user/*.rs, NOT_ALLOWED"
        })
        void a_patient_fits_the_own_record(String requested, ProfileFit fit) {
            assertThat(fit(patient, requested)).isEqualTo(fit);
        }

        @ParameterizedTest
        @CsvSource({
            "openid user/*.rs, NO_FHIR_SERVER",
            "openid fhirUser, NO_FHIR_SERVER",
            "openid launch/patient, FITS",
            "openid email, FITS",
            "openid system/*.rs, NOT_ALLOWED"
        })
        void nobody_fits_what_needs_the_FHIR_server_where_it_is_unknown(String requested, ProfileFit fit) {
            assertThat(fit(nowhere, requested)).isEqualTo(fit);
        }

        @Test
        void no_role_is_to_blame_for_a_lack_that_is_not_the_server_s_alone() {
            Entitlement neither = new Entitlement(ScopeSet.parse("user/*.rs"), false, false);

            assertThat(fit(neither, "openid user/*.cud")).isEqualTo(ProfileFit.NOT_ALLOWED);
            assertThat(fit(neither, "openid patient/*.rs")).isEqualTo(ProfileFit.NO_PATIENT);
        }

        @Test
        void what_the_app_always_gets_must_be_allowed_whole() {
            ScopeSet requested = ScopeSet.parse("openid user/*.cruds");

            assertThat(practitioner.fit(requested, scope -> scope.text().startsWith("user/")))
                    .isEqualTo(ProfileFit.NOT_ALLOWED);
        }

        private ProfileFit fit(Entitlement entitlement, String requested) {
            return entitlement.fit(ScopeSet.parse(requested), scope -> false);
        }
    }

    private static String allowed(Entitlement entitlement, String requested) {
        return entitlement.allow(ScopeSet.parse(requested)).text();
    }
}

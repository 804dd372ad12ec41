package dev.atrium.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.membership.ProfileType;
import dev.atrium.core.scope.ScopeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextWishTest {
    @Nested
    class Given_a_request_and_a_policy {
        @ParameterizedTest
        @CsvSource({
            "openid user/*.rs, user/*.rs, false, false, false",
            "launch/patient user/*.rs, user/*.rs, true, true, false",
            "launch/patient?role=x, user/*.rs, true, true, false",
            "patient/Observation.rs, patient/*.rs, true, false, false",
            "patient/Observation.rs user/*.rs, user/*.rs, false, false, false",
            "launch/encounter user/*.rs, user/*.rs, false, false, true",
            "launch, user/*.rs, false, false, false"
        })
        void S_15_scopes_of_a_patient_imply_one_where_they_would_be_granted(
                String request, String policy, boolean patient, boolean named, boolean encounter) {
            assertThat(ContextWish.of(ScopeSet.parse(request), ScopeSet.parse(policy)))
                    .isEqualTo(new ContextWish(patient, named, encounter));
        }
    }

    @Nested
    class Given_a_profile_and_a_policy {
        @ParameterizedTest
        @CsvSource({
            "PATIENT, patient/*.rs, OWN_RECORD",
            "RELATED_PERSON, user/RelatedPerson.r, RELATED",
            "RELATED_PERSON, user/*.rs, RELATED",
            "RELATED_PERSON, patient/*.rs user/Patient.rs, NONE",
            "PRACTITIONER, user/Patient.rs, PICKED",
            "PRACTITIONER, user/*.cruds, PICKED",
            "PRACTITIONER, user/Patient.rs?organization=1, PICKED",
            "PRACTITIONER, user/Patient.r, NONE",
            "PRACTITIONER, user/Patient.s, NONE",
            "PRACTITIONER, patient/*.cruds, NONE",
            "PRACTITIONER, system/Patient.rs, NONE",
            "PRACTITIONER_ROLE, user/Patient.rs, PICKED",
            "PERSON, user/Patient.rs, PICKED"
        })
        void L_09_the_patient_comes_from_where_they_allow(ProfileType type, String policy, PatientSource source) {
            assertThat(PatientSource.of(type, ScopeSet.parse(policy), true)).isEqualTo(source);
        }

        @ParameterizedTest
        @CsvSource({"PATIENT, OWN_RECORD", "RELATED_PERSON, NONE", "PRACTITIONER, NONE"})
        void without_a_FHIR_server_nobody_is_found(ProfileType type, PatientSource source) {
            assertThat(PatientSource.of(type, ScopeSet.parse("user/*.cruds patient/*.cruds"), false))
                    .isEqualTo(source);
        }
    }
}

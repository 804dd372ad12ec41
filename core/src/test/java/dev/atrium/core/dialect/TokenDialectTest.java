package dev.atrium.core.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.scope.ScopeSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenDialectTest {
    private static final String USER = "https://fhir.example/r4/Practitioner/1";
    private static final DialectFacts FACTS = new DialectFacts(
            ScopeSet.parse("openid launch/patient patient/Observation.rs user/Patient.read"),
            Optional.of("123"),
            Optional.of(USER));
    private static final DialectFacts BACKEND =
            new DialectFacts(ScopeSet.parse("system/*.rs"), Optional.empty(), Optional.empty());

    @Nested
    class Given_a_user_and_a_patient {
        @Test
        void fhir_gateway_reads_patient_id() {
            assertThat(TokenDialect.FHIR_GATEWAY.claims(FACTS).added()).isEqualTo(Map.of("patient_id", "123"));
            assertThat(TokenDialect.FHIR_GATEWAY.claims(FACTS).scope()).isEmpty();
        }

        @Test
        void linuxforhealth_reads_patient_id_and_scopes_of_version_1() {
            DialectClaims claims = TokenDialect.LINUX_FOR_HEALTH.claims(FACTS);

            assertThat(claims.added()).isEqualTo(Map.of("patient_id", "123"));
            assertThat(claims.scope().orElseThrow().text())
                    .isEqualTo("openid launch/patient patient/Observation.read user/Patient.read");
        }

        @Test
        void microsoft_reads_scp_of_one_version_and_one_level() {
            assertThat(TokenDialect.MICROSOFT.claims(FACTS).added())
                    .isEqualTo(Map.of("scp", "openid launch/patient patient/Observation.rs", "fhirUser", USER));
        }

        @Test
        void aidbox_reads_the_patient_inside_the_context() {
            assertThat(TokenDialect.AIDBOX.claims(FACTS).added())
                    .isEqualTo(Map.of("atv", 2, "context", Map.of("patient", "123")));
        }

        @Test
        void firely_reads_what_SMART_names() {
            assertThat(TokenDialect.FIRELY.claims(FACTS).added()).isEqualTo(Map.of("patient", "123", "fhirUser", USER));
        }

        @Test
        void aws_reads_references_and_a_list_of_scopes_of_version_1() {
            assertThat(TokenDialect.AWS.claims(FACTS).added())
                    .isEqualTo(Map.of(
                            "scp",
                            List.of("openid", "launch/patient", "patient/Observation.read", "user/Patient.read"),
                            "fhirUser",
                            USER,
                            "profile",
                            USER,
                            "launch_response_patient",
                            "Patient/123"));
        }

        @ParameterizedTest
        @EnumSource
        void each_names_the_claims_that_it_adds(TokenDialect dialect) {
            assertThat(dialect.claimNames())
                    .containsExactlyInAnyOrderElementsOf(
                            dialect.claims(FACTS).added().keySet());
        }

        @Test
        void medplum_reads_fhirUser() {
            assertThat(TokenDialect.MEDPLUM.claims(FACTS).added()).isEqualTo(Map.of("fhirUser", USER));
        }
    }

    @Nested
    class Given_a_backend_service {
        @ParameterizedTest
        @EnumSource
        void names_nobody(TokenDialect dialect) {
            assertThat(dialect.claims(BACKEND).added())
                    .doesNotContainKeys("patient", "patient_id", "context", "fhirUser", "launch_response_patient");
        }

        @Test
        void is_told_of_its_scopes() {
            assertThat(TokenDialect.MICROSOFT.claims(BACKEND).added()).isEqualTo(Map.of("scp", "system/*.rs"));
            assertThat(TokenDialect.AWS.claims(BACKEND).added()).isEqualTo(Map.of("scp", List.of("system/*.read")));
            assertThat(TokenDialect.AIDBOX.claims(BACKEND).added()).isEqualTo(Map.of("atv", 2));
        }
    }

    @Nested
    class Given_scopes_that_a_server_does_not_know {
        @ParameterizedTest
        @CsvSource({
            "user/Patient.cruds, user/Patient.*",
            "user/Patient.rs, user/Patient.read",
            "user/Patient.cud, user/Patient.write",
            "user/Patient.crs, user/Patient.read",
            "user/Patient.r, ''",
            "user/Patient.r user/Patient.s, user/Patient.read",
            "user/*.rs user/Patient.cud, user/*.read user/Patient.*",
            "user/Observation.rs?category=laboratory, ''",
            "user/Observation.read, user/Observation.read"
        })
        void version_1_leaves_out_what_it_cannot_say(String granted, String rewritten) {
            ScopeSet scopes = ScopeSet.parse(granted);
            ScopeSet inV1 = TokenDialect.LINUX_FOR_HEALTH
                    .claims(new DialectFacts(scopes, Optional.empty(), Optional.empty()))
                    .scope()
                    .orElseThrow();

            assertThat(inV1.text()).isEqualTo(rewritten);
            assertThat(scopes.covers(inV1)).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "user/Patient.read user/Observation.rs?category=a, user/Patient.rs user/Observation.rs?category=a",
            "user/Observation.rs?code:in=a, ''",
            "user/Observation.rs?patient.name=a, ''",
            "user/Patient.rs system/*.rs, user/Patient.rs"
        })
        void microsoft_is_spared_what_it_refuses(String granted, String rewritten) {
            assertThat(TokenDialect.MICROSOFT
                            .claims(new DialectFacts(ScopeSet.parse(granted), Optional.empty(), Optional.empty()))
                            .added())
                    .isEqualTo(Map.of("scp", rewritten));
        }

        @Test
        void aidbox_is_spared_writes_by_a_search() {
            ScopeSet granted = ScopeSet.parse("user/Patient.cud user/Observation.cruds?category=a user/Goal.rs?x=y");

            assertThat(TokenDialect.AIDBOX
                            .claims(new DialectFacts(granted, Optional.empty(), Optional.empty()))
                            .scope()
                            .orElseThrow()
                            .text())
                    .isEqualTo("user/Patient.cud user/Goal.rs?x=y");
        }
    }

    @Test
    void is_known_by_its_id() {
        assertThat(TokenDialect.parse("aidbox")).hasValue(TokenDialect.AIDBOX);
        assertThat(TokenDialect.parse("AIDBOX")).isEmpty();
    }
}

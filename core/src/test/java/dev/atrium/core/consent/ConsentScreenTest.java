package dev.atrium.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentScreenTest {
    @Nested
    class Given_scopes_of_which_some_are_granted_in_any_case {
        private final ConsentScreen screen = screen("openid fhirUser email offline_access", "email");

        @Test
        void the_others_are_boxes() {
            assertThat(screen.choices().text()).isEqualTo("fhirUser offline_access");
            assertThat(screen.fixed().text()).isEqualTo("email");
            assertThat(screen.unasked().text()).isEqualTo("openid");
        }

        @Test
        void what_is_not_ticked_is_not_granted() {
            assertThat(screen.granted(screen.ticked(List.of("fhirUser"), List.of()))
                            .text())
                    .isEqualTo("openid email fhirUser");
        }

        @Test
        void what_was_no_box_cannot_be_ticked() {
            assertThat(screen.ticked(List.of("fhirUser", "user/*.cruds", "openid"), List.of())
                            .text())
                    .isEqualTo("fhirUser");
        }
    }

    @Nested
    class Given_scopes_that_others_cover {
        @ParameterizedTest
        @CsvSource({
            "user/*.rs user/Observation.rs, '', user/*.rs",
            "user/Observation.rs user/*.rs, '', user/*.rs",
            "user/*.read user/*.rs, '', user/*.read",
            "user/Observation.r user/Observation.s user/Observation.rs, '', user/Observation.r user/Observation.s",
            "user/Observation.rs email, user/*.rs, email",
            "user/Observation.cr user/Observation.ru, '', user/Observation.cr user/Observation.ru"
        })
        void they_are_no_boxes(String asked, String fixed, String boxes) {
            assertThat(screen(asked + " " + fixed, fixed).choices().text()).isEqualTo(boxes);
        }

        @Test
        void they_are_granted_with_those() {
            ConsentScreen screen = screen("user/*.rs user/Observation.rs email", "");

            assertThat(screen.implied().text()).isEqualTo("user/Observation.rs");
            assertThat(screen.granted(scopes("user/*.rs")).text()).isEqualTo("user/*.rs user/Observation.rs");
            assertThat(screen.granted(scopes("email")).text()).isEqualTo("email");
        }
    }

    @Nested
    class Given_a_patient_that_is_withheld {
        private final ConsentScreen screen = screen("openid launch/patient patient/*.rs user/*.rs", "");

        @Test
        void nothing_about_the_patient_is_granted() {
            assertThat(screen.granted(scopes("patient/*.rs user/*.rs")).text()).isEqualTo("openid user/*.rs");
        }

        @Test
        void it_is_remembered_as_neither_agreed_to_nor_declined() {
            ConsentedScopes after = screen.after(
                    ConsentedScopes.NONE,
                    scopes("openid launch/patient patient/*.rs user/*.rs"),
                    scopes("patient/*.rs user/*.rs"));

            assertThat(after.agreed().text()).isEqualTo("user/*.rs");
            assertThat(after.declined().text()).isEqualTo("launch/patient");
        }

        @Test
        void an_app_that_does_not_ask_for_the_patient_has_nothing_withheld() {
            assertThat(screen("openid patient/*.rs", "")
                            .granted(scopes("patient/*.rs"))
                            .text())
                    .isEqualTo("openid patient/*.rs");
        }
    }

    @Nested
    class Given_a_part_that_is_left_out {
        private static final String LAB =
                "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";

        private final ConsentScreen screen = screen("openid patient/Patient.read patient/Observation.read", "");
        private final ScopeSet agreed =
                screen.ticked(List.of("patient/Patient.read", "patient/Observation.read"), List.of(LAB));

        @Test
        void S_10_the_answer_is_version_2_throughout_and_has_no_whole_type() {
            assertThat(screen.granted(agreed).text()).isEqualTo("openid patient/Patient.rs " + LAB);
        }

        @Test
        void O_07_the_part_is_remembered_and_the_others_as_declined() {
            ConsentedScopes after = screen.after(ConsentedScopes.NONE, scopes("patient/Observation.read"), agreed);

            assertThat(after.agreed().text()).isEqualTo("patient/Patient.rs " + LAB);
            assertThat(after.declined().scopes()).hasSize(5);
            assertThat(after.declines(Scope.parse(LAB))).isFalse();
            assertThat(after.declines(after.declined().scopes().get(0))).isTrue();
            assertThat(after.covers(scopes("patient/Observation.read"))).isFalse();
        }

        @Test
        void O_07_the_next_request_is_answered_silently_with_the_part() {
            ConsentedScopes after =
                    screen.after(ConsentedScopes.NONE, scopes("patient/Patient.read patient/Observation.read"), agreed);

            ConsentDecision silent = ConsentDecision.of(screen, after, ConsentPrompt.NEVER);

            assertThat(silent).isEqualTo(new ConsentDecision.Granted(scopes("openid patient/Patient.rs " + LAB)));
        }

        @Test
        void O_07_agreeing_to_all_later_makes_it_whole_again() {
            ConsentedScopes partly = screen.after(ConsentedScopes.NONE, scopes("patient/Observation.read"), agreed);

            ConsentedScopes after = screen.after(partly, scopes("patient/Observation.read"), screen.choices());

            assertThat(after.covers(scopes("patient/Patient.read patient/Observation.read")))
                    .isTrue();
            assertThat(after.declined().isEmpty()).isTrue();
        }
    }

    @Nested
    class Given_an_ID_token_that_is_withheld {
        @Test
        void the_fhir_user_is_not_granted_either() {
            ConsentScreen screen = ConsentScreen.of(scopes("openid fhirUser email"), scope -> true, scope -> false);

            assertThat(screen.granted(scopes("fhirUser email")).text()).isEqualTo("email");
        }
    }

    private static ConsentScreen screen(String allowed, String fixed) {
        ScopeSet always = scopes(fixed);
        return ConsentScreen.of(
                scopes(allowed), scope -> !scope.text().equals("openid"), scope -> always.contains(scope.text()));
    }

    private static ScopeSet scopes(String text) {
        return ScopeSet.parse(text);
    }
}

package dev.atrium.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentedScopesTest {
    private static final ScopeSet NOTHING = ScopeSet.EMPTY;

    @Nested
    class Given_an_earlier_agreement {
        private final ConsentedScopes earlier = ConsentedScopes.to(scopes("user/*.rs offline_access email"));

        @Test
        void a_narrower_request_is_not_asked_again() {
            assertThat(earlier.covers(scopes("user/Observation.rs email"))).isTrue();
        }

        @Test
        void a_wider_request_is_asked_again() {
            assertThat(earlier.covers(scopes("user/*.cruds"))).isFalse();
        }

        @Test
        void without_a_question_only_what_was_agreed_to_is_granted() {
            assertThat(earlier.within(scopes("email user/Observation.rs fhirUser"))
                            .text())
                    .isEqualTo("email user/Observation.rs");
        }

        @Test
        void without_a_question_the_agreed_part_of_a_wider_scope_is_granted() {
            assertThat(earlier.within(scopes("user/*.cruds")).text()).isEqualTo("user/*.rs");
        }

        @Test
        void what_is_withheld_now_takes_back_what_would_cover_it() {
            ConsentedScopes now = earlier.after(
                    scopes("user/Observation.rs fhirUser"),
                    scopes("fhirUser"),
                    scopes("user/Observation.rs"),
                    scopes("user/Observation.rs"));

            assertThat(now.covers(scopes("user/Observation.rs"))).isFalse();
            assertThat(now.agreed().text()).isEqualTo("fhirUser offline_access email");
        }

        @Test
        void what_is_ticked_is_added_to_it() {
            ConsentedScopes now = earlier.after(scopes("fhirUser"), scopes("fhirUser"), NOTHING, NOTHING);

            assertThat(now.agreed().text()).isEqualTo("fhirUser user/*.rs offline_access email");
        }

        @Test
        void what_was_taken_back_elsewhere_is_asked_again() {
            assertThat(earlier.without(scopes("email")).covers(scopes("email"))).isFalse();
        }
    }

    @Nested
    class Given_scopes_left_unticked {
        private final ConsentedScopes earlier = ConsentedScopes.NONE.after(
                scopes("patient/*.rs fhirUser email"),
                scopes("email"),
                scopes("patient/*.rs fhirUser"),
                scopes("patient/*.rs fhirUser"));

        @ParameterizedTest
        @CsvSource({
            "patient/*.rs, true",
            "patient/*.read, true",
            "patient/Observation.rs, true",
            "patient/Observation.r, true",
            "patient/*.cruds, true",
            "patient/Observation.c, false",
            "user/*.rs, false",
            "fhirUser, true",
            "email, false",
            "phone, false"
        })
        void they_their_parts_and_what_holds_them_begin_unticked(String scope, boolean declined) {
            assertThat(earlier.declines(Scope.parse(scope))).isEqualTo(declined);
        }

        @ParameterizedTest
        @CsvSource({"patient/Observation.rs, true", "fhirUser email, true", "patient/*.cruds, false", "phone, false"})
        void the_person_has_had_their_say_on_what_was_asked_for(String scopes, boolean answered) {
            assertThat(earlier.answers(scopes(scopes))).isEqualTo(answered);
        }

        @Test
        void a_part_that_is_ticked_later_is_agreed_to_and_the_rest_stays_declined() {
            ConsentedScopes later =
                    earlier.after(scopes("patient/Observation.rs"), scopes("patient/Observation.rs"), NOTHING, NOTHING);

            assertThat(later.declines(Scope.parse("patient/Observation.rs"))).isFalse();
            assertThat(later.declines(Scope.parse("patient/Condition.rs"))).isTrue();
        }

        @Test
        void one_that_is_ticked_later_is_declined_no_more() {
            ConsentedScopes later =
                    earlier.after(scopes("patient/*.cruds"), scopes("patient/*.cruds"), NOTHING, NOTHING);

            assertThat(later.declined().text()).isEqualTo("fhirUser");
            assertThat(later.requested().text()).isEqualTo("patient/*.cruds fhirUser email");
        }
    }

    private static ScopeSet scopes(String text) {
        return ScopeSet.parse(text);
    }
}

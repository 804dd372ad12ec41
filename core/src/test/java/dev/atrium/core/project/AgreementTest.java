package dev.atrium.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.scope.ScopeSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgreementTest {
    @Nested
    class Given_a_page_that_was_answered {
        private final ScopeSet asked = ScopeSet.parse("fhirUser user/*.rs offline_access");

        @Test
        void what_was_ticked_is_granted() {
            assertThat(Agreement.ticked(asked, List.of("user/*.rs")).text()).isEqualTo("user/*.rs");
        }

        @Test
        void what_was_not_on_the_page_is_not() {
            assertThat(Agreement.ticked(asked, List.of("user/*.cruds")).isEmpty())
                    .isTrue();
        }
    }

    @Nested
    class Given_an_earlier_agreement {
        private final Agreement earlier = new Agreement(ScopeSet.parse("user/*.rs offline_access email"));

        @Test
        void a_narrower_request_is_not_asked_again() {
            assertThat(earlier.covers(ScopeSet.parse("user/Observation.rs email")))
                    .isTrue();
        }

        @Test
        void a_wider_request_is_asked_again() {
            assertThat(earlier.covers(ScopeSet.parse("user/*.cruds"))).isFalse();
        }

        @Test
        void without_a_question_only_what_was_agreed_to_is_granted() {
            assertThat(earlier.within(ScopeSet.parse("user/Observation.rs fhirUser"))
                            .text())
                    .isEqualTo("user/Observation.rs");
        }

        @Test
        void what_is_withheld_now_takes_back_what_would_cover_it() {
            Agreement now = earlier.after(ScopeSet.parse("user/Observation.rs fhirUser"), ScopeSet.parse("fhirUser"));

            assertThat(now.covers(ScopeSet.parse("user/Observation.rs"))).isFalse();
            assertThat(now.scopes().text()).isEqualTo("fhirUser offline_access email");
        }

        @Test
        void what_is_ticked_is_added_to_it() {
            Agreement now = earlier.after(ScopeSet.parse("fhirUser"), ScopeSet.parse("fhirUser"));

            assertThat(now.scopes().text()).isEqualTo("fhirUser user/*.rs offline_access email");
        }
    }
}

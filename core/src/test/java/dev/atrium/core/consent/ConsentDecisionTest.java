package dev.atrium.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentDecisionTest {
    private static final String ASKED = "openid patient/Observation.rs patient/Condition.rs";

    @Nested
    class Given_no_answer_so_far {
        @ParameterizedTest
        @EnumSource(names = {"IF_NEEDED", "ALWAYS"})
        void the_person_is_asked(ConsentPrompt prompt) {
            assertThat(decide(ASKED, ConsentedScopes.NONE, prompt)).isInstanceOf(ConsentDecision.Ask.class);
        }

        @Test
        void nothing_is_granted_without_a_page() {
            assertThat(decide(ASKED, ConsentedScopes.NONE, ConsentPrompt.NEVER))
                    .isEqualTo(new ConsentDecision.InteractionRequired());
        }

        @Test
        void a_request_that_nobody_is_asked_for_is_granted() {
            assertThat(decide("openid", ConsentedScopes.NONE, ConsentPrompt.NEVER))
                    .isEqualTo(granted("openid"));
        }
    }

    @Nested
    class Given_an_agreement_to_everything {
        private final ConsentedScopes before =
                answer(ConsentedScopes.NONE, ASKED, "patient/Observation.rs patient/Condition.rs");

        @ParameterizedTest
        @EnumSource(names = {"IF_NEEDED", "NEVER"})
        void it_is_granted_again(ConsentPrompt prompt) {
            assertThat(decide(ASKED, before, prompt)).isEqualTo(granted(ASKED));
        }

        @Test
        void the_person_is_asked_if_the_app_wants_it() {
            assertThat(decide(ASKED, before, ConsentPrompt.ALWAYS)).isInstanceOf(ConsentDecision.Ask.class);
        }

        @Test
        void one_scope_more_is_asked_for() {
            assertThat(decide(ASKED + " email", before, ConsentPrompt.IF_NEEDED))
                    .isInstanceOf(ConsentDecision.Ask.class);
            assertThat(decide(ASKED + " email", before, ConsentPrompt.NEVER))
                    .isEqualTo(new ConsentDecision.InteractionRequired());
        }

        @Test
        void less_is_granted_without_a_page() {
            assertThat(decide("openid patient/Observation.read", before, ConsentPrompt.NEVER))
                    .isEqualTo(granted("openid patient/Observation.read"));
        }
    }

    @Nested
    class Given_a_scope_left_unticked {
        private final ConsentedScopes before = answer(ConsentedScopes.NONE, ASKED, "patient/Condition.rs");

        @Test
        void it_is_left_out_without_a_page() {
            assertThat(decide(ASKED, before, ConsentPrompt.NEVER)).isEqualTo(granted("openid patient/Condition.rs"));
        }

        @Test
        void the_person_is_asked_again_where_a_page_may_be_shown() {
            assertThat(decide(ASKED, before, ConsentPrompt.IF_NEEDED)).isInstanceOf(ConsentDecision.Ask.class);
        }
    }

    @Nested
    class Given_everything_left_unticked {
        private final ConsentedScopes before = answer(ConsentedScopes.NONE, "user/*.rs", "");

        @Test
        void nothing_is_granted_without_a_page() {
            assertThat(decide("user/*.rs", before, ConsentPrompt.NEVER))
                    .isEqualTo(new ConsentDecision.InteractionRequired());
        }
    }

    @Nested
    class Given_a_policy_that_became_wider_since {
        private final ConsentedScopes before = screen("openid patient/Observation.r")
                .after(ConsentedScopes.NONE, ScopeSet.parse(ASKED), ScopeSet.parse("patient/Observation.r"));

        @Test
        void the_same_request_gets_without_a_page_what_it_got_before() {
            assertThat(decide(ASKED, before, ConsentPrompt.NEVER)).isEqualTo(granted("openid patient/Observation.r"));
        }

        @Test
        void the_rest_begins_ticked_on_the_page() {
            assertThat(before.declines(Scope.parse("patient/Condition.rs"))).isFalse();
        }
    }

    @Nested
    class Given_a_default_scope_that_was_never_asked_for {
        @Test
        void nothing_is_granted_without_a_page() {
            ConsentedScopes before = answer(ConsentedScopes.NONE, "openid email", "email");
            ConsentScreen screen = ConsentScreen.of(
                    ScopeSet.parse("openid email roles"),
                    scope -> !scope.text().equals("openid"),
                    scope -> scope.text().equals("roles"));

            assertThat(ConsentDecision.of(screen, before, ConsentPrompt.NEVER))
                    .isEqualTo(new ConsentDecision.InteractionRequired());
        }
    }

    private static ConsentDecision decide(String asked, ConsentedScopes before, ConsentPrompt prompt) {
        return ConsentDecision.of(screen(asked), before, prompt);
    }

    private static ConsentDecision granted(String scopes) {
        return new ConsentDecision.Granted(ScopeSet.parse(scopes));
    }

    private static ConsentedScopes answer(ConsentedScopes before, String asked, String ticked) {
        return screen(asked).after(before, ScopeSet.parse(asked), ScopeSet.parse(ticked));
    }

    private static ConsentScreen screen(String asked) {
        return ConsentScreen.of(ScopeSet.parse(asked), scope -> !scope.text().equals("openid"), scope -> false);
    }
}

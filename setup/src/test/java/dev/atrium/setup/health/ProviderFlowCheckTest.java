package dev.atrium.setup.health;

import static dev.atrium.setup.health.FlowBuilder.alternative;
import static dev.atrium.setup.health.FlowBuilder.flow;
import static dev.atrium.setup.health.FlowBuilder.required;
import static dev.atrium.setup.health.FlowBuilder.signIn;
import static dev.atrium.setup.health.FlowBuilder.stages;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProviderFlowCheckTest {
    private static final Flow FIRST =
            flow(alternative("atrium-link-verified-email"), signIn(required("idp-username-password-form")));
    private static final Flow POST = flow(stages());

    @Nested
    class Given_both_flows_of_Atriums {
        @Test
        void nothing_is_found() {
            assertThat(new ProviderFlowCheck("hospital", Optional.of(FIRST), Optional.of(POST)).findings())
                    .isEmpty();
        }
    }

    @Nested
    class Given_no_flow {
        @Test
        void each_is_found() {
            assertThat(new ProviderFlowCheck("hospital", Optional.empty(), Optional.empty()).findings())
                    .extracting(Finding::kind)
                    .containsExactly(FindingKind.FIRST_BROKER_FLOW, FindingKind.POST_BROKER_FLOW);
        }
    }

    @Nested
    class Given_Keycloaks_first_login_flow {
        @Test
        void says_which_step_is_missing() {
            assertThat(new ProviderFlowCheck(
                                    "hospital",
                                    Optional.of(flow(signIn(required("idp-username-password-form")))),
                                    Optional.of(POST))
                            .findings())
                    .singleElement()
                    .satisfies(one -> assertThat(one.cause()).contains("'Atrium link by verified e-mail'"))
                    .satisfies(one -> assertThat(one.cure()).contains("hospital", "'First login flow override'"));
        }
    }

    @Nested
    class Given_a_post_login_flow_with_the_profile_alone {
        @Test
        void says_what_it_does_not_run() {
            assertThat(new ProviderFlowCheck(
                                    "hospital", Optional.of(FIRST), Optional.of(flow(required("atrium-profile"))))
                            .findings())
                    .singleElement()
                    .satisfies(one -> assertThat(one.kind()).isEqualTo(FindingKind.POST_BROKER_FLOW));
        }
    }
}

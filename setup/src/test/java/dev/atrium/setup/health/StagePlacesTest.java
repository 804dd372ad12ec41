package dev.atrium.setup.health;

import static dev.atrium.setup.health.FlowBuilder.alternative;
import static dev.atrium.setup.health.FlowBuilder.flow;
import static dev.atrium.setup.health.FlowBuilder.required;
import static dev.atrium.setup.health.FlowBuilder.signIn;
import static dev.atrium.setup.health.FlowBuilder.stages;
import static dev.atrium.setup.health.FlowBuilder.step;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

class StagePlacesTest {
    @Nested
    class Given_stages_after_the_sub_flow_for_the_sign_in {
        @Test
        void nothing_is_found() {
            assertThat(StagePlaces.finding(flow(
                            signIn(alternative("auth-cookie")),
                            required("atrium-profile"),
                            required("atrium-patient"),
                            required("atrium-scopes"))))
                    .isEmpty();
        }

        @Test
        void another_step_may_follow() {
            assertThat(StagePlaces.finding(
                            flow(signIn(alternative("auth-cookie")), required("atrium-profile"), required("another"))))
                    .isEmpty();
        }
    }

    @Nested
    class Given_a_flow_without_stages {
        @Test
        void nothing_is_found() {
            assertThat(StagePlaces.finding(flow(alternative("auth-cookie"), alternative("auth-username-form"))))
                    .isEmpty();
        }

        @Test
        void they_are_not_in_it() {
            assertThat(StagePlaces.areIn(flow())).isFalse();
        }
    }

    @Nested
    class Given_a_stage_in_another_place {
        @Test
        void in_the_sub_flow_it_is_not_run_on_single_sign_on() {
            assertFound(
                    flow(signIn(alternative("auth-cookie"), required("atrium-profile"))),
                    "'The step atrium-profile' stands in the sub-flow 'sign in'");
        }

        @Test
        void before_the_sign_in_it_does_not_know_who_it_is() {
            assertFound(
                    flow(required("atrium-profile"), signIn(alternative("auth-cookie"))),
                    "'The step auth-cookie' stands after its stages");
        }

        @Test
        void the_scopes_before_the_profile_are_out_of_order() {
            assertFound(
                    flow(signIn(alternative("auth-cookie")), required("atrium-scopes"), required("atrium-profile")),
                    "profile, patient, scopes");
        }

        @Test
        void an_alternative_one_does_not_run_for_everybody() {
            assertFound(
                    flow(signIn(alternative("auth-cookie")), step("atrium-profile", Requirement.CONDITIONAL)),
                    "'The step atrium-profile' is CONDITIONAL");
        }

        @Test
        void an_alternative_step_beside_it_does_not_run() {
            assertFound(
                    flow(alternative("auth-cookie"), required("atrium-profile")),
                    "'The step auth-cookie' is ALTERNATIVE beside REQUIRED stages");
        }

        private void assertFound(Flow flow, String cause) {
            assertThat(StagePlaces.finding(flow)).hasValueSatisfying(finding -> {
                assertThat(finding.kind()).isEqualTo(FindingKind.STAGE_PLACE);
                assertThat(finding.subject()).isEqualTo("browser");
                assertThat(finding.cause()).contains(cause);
            });
        }
    }

    @Nested
    class Given_a_post_broker_flow {
        @Test
        void its_stages_alone_are_enough() {
            assertThat(StagePlaces.areIn(flow(stages()))).isTrue();
        }

        @Test
        void without_the_scopes_it_lacks_something() {
            assertThat(StagePlaces.areIn(flow(required("atrium-profile")))).isFalse();
        }
    }
}

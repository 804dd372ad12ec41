package dev.atrium.setup.health;

import static dev.atrium.setup.health.FlowBuilder.alternative;
import static dev.atrium.setup.health.FlowBuilder.flow;
import static dev.atrium.setup.health.FlowBuilder.required;
import static dev.atrium.setup.health.FlowBuilder.signIn;
import static dev.atrium.setup.health.FlowBuilder.subFlow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.setup.health.Flow.Step;
import dev.atrium.setup.health.SecondFactors.Kind;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

class SecondFactorsTest {
    private static final List<Kind> ALL = List.of(Kind.values());
    private static final Step OTP = alternative("auth-otp-form");
    private static final Step KEY = alternative("webauthn-authenticator");
    private static final Step CODES = alternative("auth-recovery-authn-code-form");

    @Nested
    class Given_a_sub_flow_with_a_step_for_each_kind {
        @Test
        void nothing_is_found() {
            assertThat(SecondFactors.findings(asking(OTP, KEY, CODES), ALL)).isEmpty();
        }
    }

    @Nested
    class Given_a_sub_flow_without_one_kind {
        @Test
        void who_has_just_that_signs_in_with_one_factor() {
            assertThat(SecondFactors.findings(asking(OTP, KEY), ALL))
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.cause()).contains("'second factor' does not ask for recovery codes");
                        assertThat(found.cure()).contains("'Recovery Authentication Code Form'");
                    });
        }

        @Test
        void nothing_is_found_if_nobody_can_set_it_up() {
            assertThat(SecondFactors.findings(asking(OTP, KEY), List.of(Kind.OTP, Kind.KEY)))
                    .isEmpty();
        }
    }

    @Nested
    class Given_required_steps {
        @Test
        void beside_one_the_alternatives_do_not_run() {
            assertThat(SecondFactors.findings(asking(required("auth-otp-form"), KEY, CODES), ALL))
                    .singleElement()
                    .satisfies(found -> assertThat(found.cause()).contains("a security key or recovery codes"));
        }

        @Test
        void of_two_only_who_has_both_is_asked() {
            assertThat(SecondFactors.findings(
                            asking(required("auth-otp-form"), required("webauthn-authenticator")),
                            List.of(Kind.OTP, Kind.KEY)))
                    .singleElement()
                    .satisfies(found -> assertThat(found.cause())
                            .contains("does not ask for an authenticator app or a security key"));
        }
    }

    @Nested
    class Given_a_flow_that_asks_for_no_second_factor {
        @Test
        void after_a_password_that_is_found() {
            assertThat(SecondFactors.findings(flow(signIn(required("atrium-password"))), List.of(Kind.OTP)))
                    .singleElement()
                    .satisfies(found -> assertThat(found.cause()).startsWith("It asks nobody for a second factor"));
        }

        @Test
        void without_a_password_it_need_not() {
            assertThat(SecondFactors.findings(flow(signIn(required("atrium-passkey"))), ALL))
                    .isEmpty();
        }
    }

    private static Flow asking(Step... factors) {
        Step[] steps = new Step[factors.length + 1];
        steps[0] = required("conditional-user-configured");
        System.arraycopy(factors, 0, steps, 1, factors.length);
        return flow(signIn(required("atrium-password"), subFlow("second factor", Requirement.CONDITIONAL, steps)));
    }
}

package dev.atrium.setup.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.ALTERNATIVE;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.CONDITIONAL;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.DISABLED;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;

import dev.atrium.setup.flow.FlowNode.Flow;
import dev.atrium.setup.flow.FlowNode.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

class BrowserFlowCopyTest {
    private static final Step COOKIE = Step.of("auth-cookie", ALTERNATIVE);
    private static final Step FORM = Step.of("auth-username-password-form", REQUIRED);
    private static final Flow OTP = flow(
            "Browser - Conditional 2FA",
            CONDITIONAL,
            Step.of("conditional-user-configured", REQUIRED),
            new Step(
                    "conditional-credential",
                    REQUIRED,
                    "browser-conditional-credential",
                    Map.of("credentials", "webauthn-passwordless")),
            Step.of("auth-otp-form", ALTERNATIVE),
            Step.of("webauthn-authenticator", DISABLED));
    private static final Flow ORGANIZATION = flow(
            "Organization",
            ALTERNATIVE,
            flow(
                    "Browser - Conditional Organization",
                    CONDITIONAL,
                    Step.of("conditional-user-configured", REQUIRED),
                    Step.of("organization", ALTERNATIVE)));

    @Nested
    class Given_the_flow_that_Keycloak_makes {
        private final BrowserFlowCopy copy = BrowserFlowCopy.of(
                flow(
                        "browser",
                        REQUIRED,
                        COOKIE,
                        Step.of("auth-spnego", DISABLED),
                        ORGANIZATION,
                        flow("forms", ALTERNATIVE, FORM, OTP)),
                true,
                false);

        @Test
        void asks_by_domain_and_keeps_all_that_stands_around_the_form() {
            assertThat(copy.asksByDomain()).isTrue();
            assertThat(lines(copy.flow()))
                    .containsExactly(
                            "Atrium browser REQUIRED",
                            "  Atrium sign in REQUIRED",
                            "    auth-cookie ALTERNATIVE",
                            "    auth-spnego DISABLED",
                            "    Atrium forms ALTERNATIVE",
                            "      atrium-domain REQUIRED",
                            "      Atrium password CONDITIONAL",
                            "        atrium-method-condition REQUIRED {atrium.method=password}",
                            "        atrium-password REQUIRED",
                            "      Atrium passkey CONDITIONAL",
                            "        atrium-method-condition REQUIRED {atrium.method=passkey}",
                            "        atrium-passkey REQUIRED",
                            "      Atrium Browser - Conditional 2FA CONDITIONAL",
                            "        conditional-user-configured REQUIRED",
                            "        conditional-credential REQUIRED {credentials=webauthn-passwordless}",
                            "        auth-otp-form ALTERNATIVE",
                            "        webauthn-authenticator DISABLED",
                            "  atrium-profile REQUIRED",
                            "  atrium-patient REQUIRED",
                            "  atrium-scopes REQUIRED");
        }
    }

    @Nested
    class Given_a_realm_without_passkeys {
        @Test
        void offers_none() {
            BrowserFlowCopy copy = BrowserFlowCopy.of(
                    flow("browser", REQUIRED, COOKIE, flow("forms", ALTERNATIVE, FORM)), false, false);

            assertThat(lines(copy.flow())).noneMatch(line -> line.contains("passkey"));
        }
    }

    @Nested
    class Given_a_form_that_is_one_of_several_ways {
        @Test
        void puts_the_steps_into_a_flow_that_is_one_of_them() {
            BrowserFlowCopy copy = BrowserFlowCopy.of(
                    flow("own", REQUIRED, COOKIE, Step.of("auth-username-password-form", ALTERNATIVE)), false, false);

            assertThat(lines(copy.flow()))
                    .contains("    Atrium domain and credentials ALTERNATIVE", "      atrium-domain REQUIRED");
        }
    }

    @Nested
    class Given_a_page_for_the_name_and_one_for_the_password {
        @Test
        void puts_a_step_in_the_place_of_each() {
            BrowserFlowCopy copy = BrowserFlowCopy.of(
                    flow(
                            "own",
                            REQUIRED,
                            COOKIE,
                            flow(
                                    "forms",
                                    ALTERNATIVE,
                                    Step.of("auth-username-form", REQUIRED),
                                    Step.of("x-captcha", REQUIRED),
                                    Step.of("auth-password-form", REQUIRED))),
                    false,
                    false);

            assertThat(lines(copy.flow()).subList(3, 9))
                    .containsExactly(
                            "    Atrium forms ALTERNATIVE",
                            "      atrium-domain REQUIRED",
                            "      x-captcha REQUIRED",
                            "      Atrium password CONDITIONAL",
                            "        atrium-method-condition REQUIRED {atrium.method=password}",
                            "        atrium-password REQUIRED");
        }
    }

    @Nested
    class Given_a_flow_that_asks_in_a_way_of_its_own {
        private final Flow bound =
                flow("own", REQUIRED, COOKIE, ORGANIZATION, flow("forms", ALTERNATIVE, Step.of("x-badge", REQUIRED)));

        @Test
        void keeps_it_as_it_is_and_adds_the_stages() {
            BrowserFlowCopy copy = BrowserFlowCopy.of(bound, true, true);

            assertThat(copy.asksByDomain()).isFalse();
            assertThat(lines(copy.flow()))
                    .contains("      x-badge REQUIRED", "        organization ALTERNATIVE", "  atrium-scopes REQUIRED")
                    .noneMatch(line -> line.contains("atrium-domain"));
        }

        @Test
        void leaves_out_the_steps_for_organizations_that_did_nothing_while_they_were_off() {
            assertThat(lines(BrowserFlowCopy.of(bound, true, false).flow()))
                    .contains("      x-badge REQUIRED")
                    .noneMatch(line -> line.contains("organization"));
        }
    }

    @Nested
    class Given_a_form_that_says_what_tokens_say_of_it {
        @Test
        void leaves_that_to_the_step_for_the_password() {
            Step form =
                    new Step("auth-username-password-form", REQUIRED, "amr", Map.of("default.reference.value", "pwd"));

            BrowserFlowCopy copy = BrowserFlowCopy.of(flow("browser", REQUIRED, form), true, false);

            assertThat(lines(copy.flow()))
                    .contains("      atrium-password REQUIRED {default.reference.value=pwd}")
                    .noneMatch(line -> line.contains("atrium-passkey") && line.contains("pwd"));
        }
    }

    @Nested
    class Given_a_flow_that_asks_twice {
        @Test
        void is_not_taken_apart() {
            BrowserFlowCopy copy = BrowserFlowCopy.of(
                    flow("own", REQUIRED, flow("one", ALTERNATIVE, FORM), flow("other", ALTERNATIVE, FORM)),
                    true,
                    false);

            assertThat(copy.asksByDomain()).isFalse();
        }
    }

    private static Flow flow(String alias, Requirement requirement, FlowNode... nodes) {
        return Flow.of(alias, "", requirement, List.of(nodes));
    }

    private static List<String> lines(FlowNode node) {
        List<String> lines = new ArrayList<>();
        if (node instanceof Flow flow) {
            lines.add(flow.alias() + " " + flow.requirement());
            flow.nodes().forEach(inner -> lines(inner).forEach(line -> lines.add("  " + line)));
        } else if (node instanceof Step step) {
            lines.add(step.provider() + " " + step.requirement()
                    + (step.settings().isEmpty() ? "" : " " + step.settings()));
        }
        return lines;
    }
}

package dev.atrium.setup.health;

import dev.atrium.setup.health.Flow.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/**
 * Whether a flow asks for each kind of second factor that people can set up: whoever has only one that it does not ask for
 * signs in with their first factor alone.
 */
final class SecondFactors {
    /** A kind of second factor. */
    enum Kind {
        OTP("CONFIGURE_TOTP", "auth-otp-form", "OTP Form", "an authenticator app"),
        KEY("webauthn-register", "webauthn-authenticator", "WebAuthn Authenticator", "a security key"),
        CODES(
                "CONFIGURE_RECOVERY_AUTHN_CODES",
                "auth-recovery-authn-code-form",
                "Recovery Authentication Code Form",
                "recovery codes");

        private final String action;
        private final String step;
        private final String shown;
        private final String words;

        Kind(String action, String step, String shown, String words) {
            this.action = action;
            this.step = step;
            this.shown = shown;
            this.words = words;
        }

        /** The required action by which people set it up. */
        String action() {
            return action;
        }
    }

    private static final String IF_CONFIGURED = "conditional-user-configured";
    private static final Set<String> PASSWORDS = Set.of(
            "atrium-password", "auth-password-form", "auth-username-password-form", "idp-username-password-form");
    private static final Set<String> STEPS =
            Stream.of(Kind.values()).map(kind -> kind.step).collect(Collectors.toUnmodifiableSet());

    private SecondFactors() {}

    /**
     * What is amiss.
     *
     * @param enrolable the kinds that people of the realm can set up
     */
    static List<Finding> findings(Flow flow, List<Kind> enrolable) {
        List<Step> subFlows = flow.all().filter(SecondFactors::isSecondFactor).toList();
        if (subFlows.isEmpty()) {
            return asksNobody(flow, enrolable).stream().toList();
        }
        return subFlows.stream()
                .flatMap(subFlow -> missing(flow, subFlow, enrolable).stream())
                .toList();
    }

    private static Optional<Finding> asksNobody(Flow flow, List<Kind> enrolable) {
        boolean password = flow.all().anyMatch(step -> PASSWORDS.contains(step.provider()));
        boolean factor = flow.all().anyMatch(step -> STEPS.contains(step.provider()));
        return !password || factor || enrolable.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        flow,
                        "It asks nobody for a second factor after the password, though people can set up %s."
                                .formatted(words(enrolable)),
                        enrolable));
    }

    private static Optional<Finding> missing(Flow flow, Step subFlow, List<Kind> enrolable) {
        Set<String> asked = asked(subFlow);
        List<Kind> missing =
                enrolable.stream().filter(kind -> !asked.contains(kind.step)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        flow,
                        "The sub-flow '%s' does not ask for %s, though people can set this up: whoever has nothing else signs in with one factor."
                                .formatted(subFlow.name(), words(missing)),
                        missing));
    }

    private static Finding finding(Flow flow, String cause, List<Kind> missing) {
        String steps = missing.stream().map(kind -> "'" + kind.shown + "'").collect(Collectors.joining(", "));
        String actions = missing.stream().map(kind -> kind.action).collect(Collectors.joining(", "));
        return new Finding(
                FindingKind.SECOND_FACTOR,
                flow.alias(),
                cause,
                "Under Authentication > Flows > %s, put %s into the sub-flow for the second factor, and make all of its steps for second factors ALTERNATIVE; or disable the required actions (%s), so that nobody sets it up."
                        .formatted(flow.alias(), steps, actions));
    }

    private static boolean isSecondFactor(Step step) {
        return step.steps().stream().anyMatch(child -> child.is(IF_CONFIGURED))
                && step.steps().stream().anyMatch(child -> STEPS.contains(child.provider()));
    }

    /** Of several REQUIRED steps, only who has all of them is asked for any; beside one, ALTERNATIVE ones do not run. */
    private static Set<String> asked(Step subFlow) {
        List<Step> factors = subFlow.steps().stream()
                .filter(step -> STEPS.contains(step.provider()))
                .toList();
        List<Step> required = factors.stream()
                .filter(step -> step.requirement() == Requirement.REQUIRED)
                .toList();
        List<Step> effective = required.isEmpty() ? factors : required.size() == 1 ? required : List.of();
        return effective.stream().map(Step::provider).collect(Collectors.toUnmodifiableSet());
    }

    private static String words(List<Kind> kinds) {
        return kinds.stream().map(kind -> kind.words).collect(Collectors.joining(" or "));
    }
}

package dev.atrium.setup.health;

import dev.atrium.setup.health.Flow.Step;
import dev.atrium.setup.realm.RealmParts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Whether the stages of a flow stand where they run for everybody: after the sub-flow for the sign-in, not in it. */
final class StagePlaces {
    private static final String CURE =
            "Under Authentication > Flows > %s, let 'Atrium profile', 'Atrium patient' and 'Atrium scopes' stand in this"
                    + " order, each REQUIRED, after the sub-flow in which people sign in.";

    private static final Set<String> SIGN_IN_STEPS = Set.of(
            RealmParts.DOMAIN_STEP,
            "auth-cookie",
            "auth-username-form",
            "auth-username-password-form",
            "identity-provider-redirector");

    private StagePlaces() {}

    /** What is amiss in a flow that has any of the stages; nothing in another one. */
    static Optional<Finding> finding(Flow flow) {
        return Stream.of(withinSubFlow(flow), notRequired(flow), outOfOrder(flow), besideAlternatives(flow))
                .flatMap(Optional::stream)
                .findFirst()
                .map(cause -> new Finding(FindingKind.STAGE_PLACE, flow.alias(), cause, CURE.formatted(flow.alias())));
    }

    /** Whether the flow runs the profile and the scopes, where they are to be. */
    static boolean areIn(Flow flow) {
        List<String> top = flow.steps().stream().map(Step::provider).toList();
        return top.contains(RealmParts.STAGES.get(0))
                && top.contains(RealmParts.STAGES.get(RealmParts.STAGES.size() - 1))
                && finding(flow).isEmpty();
    }

    private static Optional<String> withinSubFlow(Flow flow) {
        return flow.steps().stream()
                .filter(Step::isSubFlow)
                .flatMap(sub -> sub.andBelow().filter(StagePlaces::isStage).map(stage -> new Step[] {sub, stage}))
                .findFirst()
                .map(pair ->
                        "'%s' stands in the sub-flow '%s', where it does not run for people who are signed in already."
                                .formatted(pair[1].name(), pair[0].name()));
    }

    private static Optional<String> notRequired(Flow flow) {
        return stages(flow)
                .filter(stage -> stage.requirement() != Requirement.REQUIRED)
                .findFirst()
                .map(stage -> "'%s' is %s, so that it does not run for everybody."
                        .formatted(stage.name(), stage.requirement()));
    }

    private static Optional<String> outOfOrder(Flow flow) {
        List<String> there = stages(flow).map(Step::provider).toList();
        List<String> ordered =
                RealmParts.STAGES.stream().filter(there::contains).toList();
        if (!there.equals(ordered)) {
            return Optional.of("Its stages do not stand in the order profile, patient, scopes.");
        }
        return flow.steps().stream()
                .dropWhile(step -> !isStage(step))
                .flatMap(Step::andBelow)
                .filter(step -> SIGN_IN_STEPS.contains(step.provider()))
                .findFirst()
                .map(step ->
                        "'%s' stands after its stages, which need to know who has signed in.".formatted(step.name()));
    }

    /** Keycloak runs no ALTERNATIVE step beside a REQUIRED one. */
    private static Optional<String> besideAlternatives(Flow flow) {
        return stages(flow).findAny().isEmpty()
                ? Optional.empty()
                : flow.steps().stream()
                        .filter(step -> step.requirement() == Requirement.ALTERNATIVE)
                        .findFirst()
                        .map(step -> "'%s' is ALTERNATIVE beside REQUIRED stages, and Keycloak does not run it."
                                .formatted(step.name()));
    }

    private static Stream<Step> stages(Flow flow) {
        return flow.steps().stream().filter(StagePlaces::isStage);
    }

    private static boolean isStage(Step step) {
        return RealmParts.STAGES.contains(step.provider());
    }
}

package dev.atrium.setup.flow;

import static org.keycloak.models.AuthenticationExecutionModel.Requirement.CONDITIONAL;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;

import dev.atrium.setup.flow.FlowNode.Flow;
import dev.atrium.setup.flow.FlowNode.Step;
import dev.atrium.setup.realm.RealmParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts Atrium's steps where a flow asks for name and password: the domain stage, and a flow for each method. All that
 * stands around them, such as a second factor, stays where it is.
 */
final class NameStep {
    private static final String BOTH = "auth-username-password-form";
    private static final String NAME = "auth-username-form";
    private static final String PASSWORD = "auth-password-form";

    /** Steps which ask for a name or a credential in a way of their own; a flow that has one is not taken apart. */
    private static final Set<String> OTHERS = Set.of("webauthn-authenticator-passwordless", RealmParts.DOMAIN_STEP);

    private final boolean passkeys;

    /** @param passkeys whether people may sign in with one */
    NameStep(boolean passkeys) {
        this.passkeys = passkeys;
    }

    /** The flow with these steps in it; nothing where it does not ask for name and password once, and in a known way. */
    Optional<Flow> in(Flow bound) {
        List<String> asking = bound.enabledSteps()
                .map(Step::provider)
                .filter(provider -> Set.of(BOTH, NAME, PASSWORD).contains(provider))
                .toList();
        boolean known = bound.enabledSteps().map(Step::provider).noneMatch(OTHERS::contains)
                && (asking.equals(List.of(BOTH)) || (asking.equals(List.of(NAME, PASSWORD)) && areBeside(bound)));
        return known ? Optional.of(replacedIn(bound)) : Optional.empty();
    }

    private static boolean areBeside(Flow flow) {
        List<String> required = flow.nodes().stream()
                .filter(node -> node.requirement() == REQUIRED)
                .filter(Step.class::isInstance)
                .map(node -> ((Step) node).provider())
                .toList();
        return required.containsAll(List.of(NAME, PASSWORD))
                || flow.nodes().stream()
                        .filter(FlowNode::isEnabled)
                        .filter(Flow.class::isInstance)
                        .anyMatch(node -> areBeside((Flow) node));
    }

    private Flow replacedIn(Flow flow) {
        List<FlowNode> nodes = new ArrayList<>();
        for (FlowNode node : flow.nodes()) {
            if (node.isEnabled() && node instanceof Flow inner) {
                nodes.add(replacedIn(inner));
            } else if (node.isEnabled() && node instanceof Step step) {
                nodes.addAll(instead(step));
            } else {
                nodes.add(node);
            }
        }
        return flow.with(nodes);
    }

    private List<FlowNode> instead(Step step) {
        List<FlowNode> steps = switch (step.provider()) {
            case BOTH -> Stream.concat(domain(), credentials(step)).toList();
            case NAME -> domain().toList();
            case PASSWORD -> credentials(step).toList();
            default -> List.of(step);
        };
        return steps.size() == 1 || step.requirement() == REQUIRED
                ? steps
                : List.of(Flow.of(
                        "Atrium domain and credentials",
                        "Asks for the name, which decides the method",
                        step.requirement(),
                        steps));
    }

    private static Stream<FlowNode> domain() {
        return Stream.of(Step.of(RealmParts.DOMAIN_STEP, REQUIRED));
    }

    /** The settings of Keycloak's step say what tokens are to say of a password ({@code amr}), and stay. */
    private Stream<FlowNode> credentials(Step asking) {
        Step check = new Step(RealmParts.PASSWORD_STEP, REQUIRED, asking.settingsName(), asking.settings());
        Flow password = method("Atrium password", "password", check);
        return passkeys
                ? Stream.of(password, method("Atrium passkey", "passkey", Step.of(RealmParts.PASSKEY_STEP, REQUIRED)))
                : Stream.of(password);
    }

    private static Flow method(String alias, String method, Step check) {
        Step condition = new Step(
                RealmParts.METHOD_CONDITION,
                REQUIRED,
                "Atrium method is " + method,
                Map.of(RealmParts.METHOD_SETTING, method));
        return Flow.of(alias, "When the method is the " + method, CONDITIONAL, List.of(condition, check));
    }
}

package dev.atrium.setup.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.authentication.authenticators.conditional.ConditionalSubFlowExecutedAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** A line of a flow: a step, or a flow in it. */
public sealed interface FlowNode {
    Requirement requirement();

    /** The enabled steps from here on downwards. */
    Stream<Step> enabledSteps();

    default boolean isEnabled() {
        return requirement() != Requirement.DISABLED;
    }

    /**
     * A step.
     *
     * @param provider the id of its authenticator
     * @param settingsName of its settings; empty where it has none
     */
    record Step(String provider, Requirement requirement, String settingsName, Map<String, String> settings)
            implements FlowNode {
        private static final String SUB_FLOW_CONDITION = ConditionalSubFlowExecutedAuthenticatorFactory.PROVIDER_ID;
        private static final String ASKED_SUB_FLOW = ConditionalSubFlowExecutedAuthenticatorFactory.FLOW_TO_CHECK;

        public Step {
            settings = Map.copyOf(settings);
        }

        /** The sub-flow whose outcome the step asks about, by its alias. */
        Optional<String> asksAbout() {
            return Optional.of(SUB_FLOW_CONDITION)
                    .filter(provider::equals)
                    .map(condition -> settings.get(ASKED_SUB_FLOW));
        }

        /** The same step for flows that have other names. */
        Step about(UnaryOperator<String> names) {
            Map<String, String> others = new HashMap<>(settings);
            asksAbout().ifPresent(alias -> others.put(ASKED_SUB_FLOW, names.apply(alias)));
            return new Step(provider, requirement, settingsName, others);
        }

        static Step of(String provider, Requirement requirement) {
            return new Step(provider, requirement, "", Map.of());
        }

        @Override
        public Stream<Step> enabledSteps() {
            return isEnabled() ? Stream.of(this) : Stream.of();
        }
    }

    /**
     * A flow, by itself or as a part of another.
     *
     * @param alias its name
     * @param type Keycloak's, such as {@code basic-flow}
     * @param form the id of what shows its page, where it is a form
     * @param requirement which it has in the flow above it
     */
    record Flow(
            String alias, String description, String type, String form, Requirement requirement, List<FlowNode> nodes)
            implements FlowNode {
        static final String BASIC = "basic-flow";

        public Flow {
            nodes = List.copyOf(nodes);
        }

        static Flow of(String alias, String description, Requirement requirement, List<FlowNode> nodes) {
            return new Flow(alias, description, BASIC, "", requirement, nodes);
        }

        Flow with(List<FlowNode> others) {
            return new Flow(alias, description, type, form, requirement, others);
        }

        Flow named(String other, Requirement as) {
            return new Flow(other, description, type, form, as, nodes);
        }

        @Override
        public Stream<Step> enabledSteps() {
            return isEnabled() ? nodes.stream().flatMap(FlowNode::enabledSteps) : Stream.of();
        }

        /** The flows in this one, at any depth, disabled or not. */
        Stream<Flow> subFlows() {
            return nodes.stream()
                    .filter(Flow.class::isInstance)
                    .map(Flow.class::cast)
                    .flatMap(inner -> Stream.concat(Stream.of(inner), inner.subFlows()));
        }

        boolean has(String provider) {
            return enabledSteps().anyMatch(step -> step.provider().equals(provider));
        }
    }
}

package dev.atrium.setup.health;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/**
 * An authentication flow, as far as its shape says what runs.
 *
 * @param steps in the order in which they run, without those that are disabled
 */
record Flow(String alias, List<Step> steps) {
    Flow {
        steps = List.copyOf(steps);
    }

    /** All steps, also those of sub-flows. */
    Stream<Step> all() {
        return steps.stream().flatMap(Step::andBelow);
    }

    boolean has(String provider) {
        return all().anyMatch(step -> step.is(provider));
    }

    /**
     * A step, or a sub-flow.
     *
     * @param name as the admin console shows it
     * @param provider the id of the step; empty for a sub-flow
     * @param known whether the server has a provider with this id
     */
    record Step(String name, String provider, Requirement requirement, boolean known, List<Step> steps) {
        Step {
            steps = List.copyOf(steps);
        }

        boolean is(String id) {
            return provider.equals(id);
        }

        boolean isSubFlow() {
            return provider.isEmpty();
        }

        Stream<Step> andBelow() {
            return Stream.concat(Stream.of(this), steps.stream().flatMap(Step::andBelow));
        }
    }
}

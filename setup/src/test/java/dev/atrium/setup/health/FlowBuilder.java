package dev.atrium.setup.health;

import dev.atrium.setup.health.Flow.Step;
import java.util.List;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Flows for tests, as the documentation draws them. */
final class FlowBuilder {
    private FlowBuilder() {}

    static Flow flow(Step... steps) {
        return new Flow("browser", List.of(steps));
    }

    static Step required(String provider) {
        return step(provider, Requirement.REQUIRED);
    }

    static Step alternative(String provider) {
        return step(provider, Requirement.ALTERNATIVE);
    }

    static Step step(String provider, Requirement requirement) {
        return new Step("The step " + provider, provider, requirement, true, List.of());
    }

    static Step subFlow(String name, Requirement requirement, Step... steps) {
        return new Step(name, "", requirement, true, List.of(steps));
    }

    /** The sub-flow in which people sign in. */
    static Step signIn(Step... steps) {
        return subFlow("sign in", Requirement.REQUIRED, steps);
    }

    static Step[] stages() {
        return new Step[] {required("atrium-profile"), required("atrium-patient"), required("atrium-scopes")};
    }
}

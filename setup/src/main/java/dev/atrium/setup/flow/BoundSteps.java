package dev.atrium.setup.flow;

import dev.atrium.setup.flow.FlowNode.Step;
import java.util.List;
import org.keycloak.models.RealmModel;

/** The enabled steps of the flow in which people sign in to a realm. */
public record BoundSteps(RealmModel realm) {
    public List<String> ids() {
        return new RealmFlows(realm)
                .read(realm.getBrowserFlow())
                .enabledSteps()
                .map(Step::provider)
                .toList();
    }
}

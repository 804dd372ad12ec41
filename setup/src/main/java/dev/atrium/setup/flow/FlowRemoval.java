package dev.atrium.setup.flow;

import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Undone;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Removes flows that a setup has made. */
final class FlowRemoval {
    private final KeycloakSession session;
    private final RealmModel realm;

    FlowRemoval(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    Undone undo(Entry entry) {
        AuthenticationFlowModel flow = realm.getAuthenticationFlowById(entry.id());
        String name = "the flow '" + entry.name() + "'";
        if (flow == null) {
            return Undone.done("Somebody has removed " + name + " already.");
        }
        if (KeycloakModelUtils.isFlowUsed(session, realm, flow)) {
            return Undone.left(
                    "Left " + name + ": the realm, a client or an identity provider uses it. Give that one another"
                            + " flow, and undo again.");
        }
        if (!new RealmFlows(realm).print(flow).equals(entry.print())) {
            return Undone.left("Left " + name + ": somebody has changed it. Delete it if nobody needs it.");
        }
        remove(flow);
        return Undone.done("Removed " + name + ".");
    }

    /** With all that is in it: a copy shares nothing with the flow that it was made from. */
    private void remove(AuthenticationFlowModel flow) {
        List<AuthenticationExecutionModel> executions =
                realm.getAuthenticationExecutionsStream(flow.getId()).toList();
        for (AuthenticationExecutionModel execution : executions) {
            realm.removeAuthenticatorExecution(execution);
            Optional.ofNullable(execution.getAuthenticatorConfig())
                    .map(realm::getAuthenticatorConfigById)
                    .ifPresent(realm::removeAuthenticatorConfig);
            Optional.ofNullable(execution.getFlowId())
                    .map(realm::getAuthenticationFlowById)
                    .ifPresent(this::remove);
        }
        realm.removeAuthenticationFlow(flow);
    }
}

package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.stage.FlowTurn;
import dev.atrium.support.flow.Step;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The scopes stage as a step of a flow. */
final class ScopesAuthenticator implements Step {
    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        new ScopesStage(new FlowTurn(flow)).begin();
    }

    @Override
    public void action(AuthenticationFlowContext flow) {
        new ScopesStage(new FlowTurn(flow)).answer();
    }

    @Override
    public boolean requiresUser() {
        return true;
    }
}

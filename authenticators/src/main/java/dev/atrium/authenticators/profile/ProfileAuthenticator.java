package dev.atrium.authenticators.profile;

import dev.atrium.authenticators.stage.FlowStageContext;
import dev.atrium.authenticators.stage.Step;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The profile stage as a step of a flow. */
final class ProfileAuthenticator implements Step {
    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        stage(flow).begin();
    }

    @Override
    public void action(AuthenticationFlowContext flow) {
        stage(flow).answer();
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    private static ProfileStage stage(AuthenticationFlowContext flow) {
        return new ProfileStage(new FlowStageContext(flow), ProfileSettings.in(flow));
    }
}

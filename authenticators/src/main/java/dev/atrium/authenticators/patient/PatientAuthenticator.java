package dev.atrium.authenticators.patient;

import dev.atrium.authenticators.profile.ProfileSettings;
import dev.atrium.authenticators.profile.ProfileStage;
import dev.atrium.authenticators.stage.FlowStageContext;
import dev.atrium.authenticators.stage.Step;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The patient stage as a step of a flow. */
final class PatientAuthenticator implements Step {
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

    private static PatientStage stage(AuthenticationFlowContext flow) {
        return new PatientStage(
                new FlowStageContext(flow),
                new ProfileStage(new FlowStageContext(flow, () -> stage(flow).begin()), ProfileSettings.DEFAULT));
    }
}

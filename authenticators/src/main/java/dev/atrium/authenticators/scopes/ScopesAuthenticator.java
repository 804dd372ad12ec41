package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.patient.PatientStage;
import dev.atrium.authenticators.profile.ProfileSettings;
import dev.atrium.authenticators.profile.ProfileStage;
import dev.atrium.authenticators.stage.FlowStageContext;
import dev.atrium.authenticators.stage.Step;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The scopes stage as a step of a flow. */
final class ScopesAuthenticator implements Step {
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

    private static ScopesStage stage(AuthenticationFlowContext flow) {
        return new ScopesStage(new FlowStageContext(flow), profiles(flow), patients(flow));
    }

    private static ProfileStage profiles(AuthenticationFlowContext flow) {
        return new ProfileStage(new FlowStageContext(flow, () -> patients(flow).begin()), ProfileSettings.DEFAULT);
    }

    private static PatientStage patients(AuthenticationFlowContext flow) {
        FlowStageContext context = new FlowStageContext(flow, () -> stage(flow).begin());
        return new PatientStage(context, profiles(flow));
    }
}

package dev.atrium.authenticators.stage;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A turn as a step of a flow.
 *
 * @param next what comes after the stage
 */
public record FlowStageContext(AuthenticationFlowContext flow, Runnable next) implements StageContext {
    /** The id of the step that finds a patient. */
    public static final String PATIENT_STEP = "atrium-patient";

    /** The step ends with the stage. */
    public FlowStageContext(AuthenticationFlowContext flow) {
        this(flow, flow::success);
    }

    @Override
    public KeycloakSession session() {
        return flow.getSession();
    }

    @Override
    public AuthenticationSessionModel authSession() {
        return flow.getAuthenticationSession();
    }

    @Override
    public UserModel user() {
        return flow.getUser();
    }

    @Override
    public EventBuilder event() {
        return flow.getEvent();
    }

    @Override
    public LoginFormsProvider page() {
        return flow.form();
    }

    @Override
    public MultivaluedMap<String, String> posted() {
        return flow.getHttpRequest().getDecodedFormParameters();
    }

    @Override
    public void show(Response page) {
        flow.challenge(page);
    }

    @Override
    public void end(Response answer) {
        flow.forceChallenge(answer);
    }

    /** Where the stages stand beside each other, as they are told to. */
    @Override
    public boolean hasPatientStep() {
        return flow.getRealm()
                .getAuthenticationExecutionsStream(flow.getExecution().getParentFlow())
                .anyMatch(step -> PATIENT_STEP.equals(step.getAuthenticator()) && step.isEnabled());
    }

    @Override
    public void proceed() {
        next.run();
    }
}

package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A turn as a required action.
 *
 * @param next what comes after the stage
 */
record RequiredActionStageContext(RequiredActionContext action, Runnable next) implements StageContext {
    @Override
    public KeycloakSession session() {
        return action.getSession();
    }

    @Override
    public AuthenticationSessionModel authSession() {
        return action.getAuthenticationSession();
    }

    @Override
    public UserModel user() {
        return action.getUser();
    }

    @Override
    public EventBuilder event() {
        return action.getEvent().clone().event(EventType.LOGIN);
    }

    @Override
    public LoginFormsProvider page() {
        return action.form();
    }

    @Override
    public MultivaluedMap<String, String> posted() {
        return action.getHttpRequest().getDecodedFormParameters();
    }

    @Override
    public void show(Response page) {
        action.challenge(page);
    }

    @Override
    public void end(Response answer) {
        action.challenge(answer);
    }

    @Override
    public boolean hasPatientStep() {
        return true;
    }

    /**
     * Whether there is somewhere to show a page: not for a direct grant and its like. For a device the person signs in with a
     * browser, which is sent nowhere afterwards.
     */
    boolean hasBrowser() {
        return authSession().getRedirectUri() != null
                || authSession().getClientNote(DeviceGrantType.OAUTH2_DEVICE_VERIFIED_USER_CODE) != null;
    }

    /** Whether the person asked for this action, by the app; what an administrator asks for is on the person's list. */
    boolean isAskedFor(String id) {
        return KeycloakNotes.ACTION.in(authSession()).filter(id::equals).isPresent();
    }

    @Override
    public void proceed() {
        next.run();
    }
}

package dev.atrium.eventlisteners.login;

import dev.atrium.directory.account.StaleLogin;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Undoes what somebody does in a sign-in that was overtaken. After Keycloak's page of consent, and after an action that
 * shows another page, no required action is evaluated; but whatever is done there makes an event.
 */
final class StaleLoginListener implements EventListenerProvider {
    private final KeycloakSession session;

    StaleLoginListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getError() == null) {
            undoOvertaken(session);
        }
    }

    /** Asked before an account is removed, too: at the event of that, there is nobody left whose sign-in it is. */
    static void undoOvertaken(KeycloakSession session) {
        AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
        if (authSession != null && StaleLogin.is(session, authSession)) {
            session.getTransactionManager().setRollbackOnly();
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}
}

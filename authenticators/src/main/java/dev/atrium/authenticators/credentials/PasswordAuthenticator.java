package dev.atrium.authenticators.credentials;

import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Asks for the password after the domain stage has asked for the e-mail address.
 *
 * <p>It is Keycloak's form for both at once and not the one for a password alone, because that one needs to know the user
 * already: this one looks them up together with the password.
 */
final class PasswordAuthenticator extends UniformPasswordForm {
    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        if (flow.getUser() == null
                && KeycloakNotes.ATTEMPTED_USERNAME.in(authSession).isEmpty()) {
            flow.resetFlow(); // nobody was asked for an address, so there is nobody to check
            return;
        }
        KeycloakNotes.USERNAME_HIDDEN.put(authSession, true);
        super.authenticate(flow);
    }

    @Override
    protected Optional<String> typed(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted) {
        return KeycloakNotes.ATTEMPTED_USERNAME.in(flow.getAuthenticationSession());
    }

    @Override
    protected Response challenge(AuthenticationFlowContext flow, MultivaluedMap<String, String> fields) {
        return flow.form().createLoginPassword();
    }

    @Override
    protected Response createLoginForm(LoginFormsProvider page) {
        return page.createLoginPassword();
    }
}

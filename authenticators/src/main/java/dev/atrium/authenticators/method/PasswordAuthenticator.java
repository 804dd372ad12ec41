package dev.atrium.authenticators.method;

import dev.atrium.support.link.OvertakenSignIn;
import dev.atrium.support.note.KeycloakNotes;
import dev.atrium.support.project.HomeBinding;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.validation.Validation;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's user name and password form, after the domain stage has asked for the e-mail address.
 *
 * <p>It is the form for both at once and not the one for a password alone, because that one needs to know the user
 * already: this one looks them up together with the password, and spends the same time on an address nobody has.
 */
final class PasswordAuthenticator extends UsernamePasswordForm {
    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        AuthenticationSessionModel signIn = flow.getAuthenticationSession();
        if (flow.getUser() == null
                && KeycloakNotes.ATTEMPTED_USERNAME.in(signIn).isEmpty()) {
            flow.resetFlow(); // nobody was asked for an address, so there is nobody to check
            return;
        }
        KeycloakNotes.USERNAME_HIDDEN.put(signIn, true);
        super.authenticate(flow);
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        fields.putAll(posted);
        AuthenticationSessionModel signIn = flow.getAuthenticationSession();
        KeycloakNotes.ATTEMPTED_USERNAME
                .in(signIn)
                .ifPresent(email -> fields.putSingle(AuthenticationManager.FORM_USERNAME, email));
        if (KeycloakNotes.REMEMBER_ME.in(signIn).orElse(false)) {
            fields.putSingle("rememberMe", "on");
        }
        boolean valid = super.validateForm(flow, fields) && mayUsePassword(flow);
        if (valid) {
            OvertakenSignIn.watch(flow.getSession(), signIn); // a second factor or a stage may have them wait
        }
        return valid;
    }

    /** Neither a user name of one domain with an address of another nor an address that was changed is a way around. */
    private boolean mayUsePassword(AuthenticationFlowContext flow) {
        UserModel user = flow.getUser();
        boolean hasHome = HomeBinding.of(flow.getSession(), user).provider().isPresent();
        if (hasHome) {
            flow.getEvent()
                    .user(user)
                    .detail(Details.REASON, "The user's e-mail domain signs in with an identity provider")
                    .error(Errors.INVALID_USER_CREDENTIALS);
            flow.clearUser();
            flow.failureChallenge(
                    AuthenticationFlowError.INVALID_CREDENTIALS,
                    challenge(flow, getDefaultChallengeMessage(flow), Validation.FIELD_PASSWORD));
        }
        return !hasHome;
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

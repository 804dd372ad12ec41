package dev.atrium.authenticators.credentials;

import dev.atrium.authenticators.domain.AnotherWay;
import dev.atrium.authenticators.domain.PasskeyOwner;
import dev.atrium.core.login.LoginName;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Asks for the password after the domain stage has asked for the name.
 *
 * <p>It is Keycloak's form for both at once and not the one for a password alone, because that one needs to know the user
 * already: this one looks them up together with the password.
 */
final class PasswordAuthenticator extends UniformPasswordForm {
    PasswordAuthenticator(KeycloakSession session) {
        super(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        if (flow.getUser() == null
                && KeycloakNotes.ATTEMPTED_USERNAME.in(authSession).isEmpty()) {
            flow.resetFlow(); // nobody was asked for a name, so there is nobody to check
            return;
        }
        KeycloakNotes.USERNAME_HIDDEN.put(authSession, true);
        super.authenticate(flow);
    }

    @Override
    public void action(AuthenticationFlowContext flow) {
        if (AnotherWay.isAskedFor(flow)) {
            AnotherWay.take(flow);
            return;
        }
        super.action(flow);
        if (isPasskey(flow.getHttpRequest().getDecodedFormParameters())) {
            PasskeyOwner.check(flow, KeycloakNotes.ATTEMPTED_USERNAME.in(flow.getAuthenticationSession()));
        }
    }

    @Override
    protected Optional<String> typed(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted) {
        return KeycloakNotes.ATTEMPTED_USERNAME.in(flow.getAuthenticationSession());
    }

    /** Neither a user name of one domain with an address of another nor an address that was changed is a way around. */
    @Override
    protected Optional<String> bar(AuthenticationFlowContext flow, UserModel user) {
        if (!PasswordCheck.isElsewhere(flow, user)) {
            return Optional.empty();
        }
        flow.getEvent().detail(Details.REASON, "The user may not sign in with a password here");
        return Optional.of(Errors.INVALID_USER_CREDENTIALS);
    }

    @Override
    boolean counts(AuthenticationFlowContext flow, UserModel user) {
        return !PasswordCheck.isElsewhere(flow, user);
    }

    /** A user name is not told that its e-mail address is wrong. */
    @Override
    protected String getDefaultChallengeMessage(AuthenticationFlowContext flow) {
        boolean address = KeycloakNotes.ATTEMPTED_USERNAME
                .in(flow.getAuthenticationSession())
                .flatMap(LoginName::parse)
                .filter(LoginName::hasDomain)
                .isPresent();
        return address ? super.getDefaultChallengeMessage(flow) : "atrium.method.name.wrong";
    }

    @Override
    protected Response challenge(AuthenticationFlowContext flow, MultivaluedMap<String, String> fields) {
        return createLoginForm(AnotherWay.on(flow.form(), flow));
    }

    @Override
    protected Response createLoginForm(LoginFormsProvider page) {
        return page.createLoginPassword();
    }
}

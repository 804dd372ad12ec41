package dev.atrium.authenticators.credentials;

import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.account.StaleLogin;
import dev.atrium.directory.login.CheckedCredentials;
import dev.atrium.directory.login.UsedMethods;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.validation.Validation;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A page for a password that answers all who do not get in alike: with the same words, the same work and the same time,
 * whether nobody has the address, somebody is locked or disabled, or has no password.
 */
public abstract class UniformPasswordForm extends UsernamePasswordForm {
    public UniformPasswordForm() {}

    /** With passkeys, where the realm has them on such a page. */
    public UniformPasswordForm(KeycloakSession session) {
        super(session);
    }

    /** What was typed as the user name, on this page or one before. */
    protected abstract Optional<String> typed(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted);

    /** With a name beside a passkey Keycloak would look that up first, and say whether there is such an account. */
    @Override
    public void action(AuthenticationFlowContext flow) {
        MultivaluedMap<String, String> posted = flow.getHttpRequest().getDecodedFormParameters();
        if (!isPasskey(posted) || !posted.containsKey(AuthenticationManager.FORM_USERNAME)) {
            super.action(flow);
        } else if (validateForm(flow, posted)) {
            flow.success(PasswordCredentialModel.TYPE);
        }
    }

    /** Whether the browser answers with a passkey, or says why there is none. */
    static boolean isPasskey(MultivaluedMap<String, String> posted) {
        return posted.containsKey(WebAuthnConstants.AUTHENTICATOR_DATA) || posted.containsKey(WebAuthnConstants.ERROR);
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext flow, MultivaluedMap<String, String> posted) {
        UniformResponseTime.begin(flow.getSession());
        PasswordCheck check = new PasswordCheck(flow);
        Optional<UserModel> person = person(flow, check, typed(flow, posted));
        Optional<String> refusal = check.refusal(person).or(() -> person.flatMap(user -> bar(flow, user)));
        if (refusal.isPresent()) {
            refuse(flow, check, person, refusal.get());
        } else {
            accept(flow, person.orElseThrow());
        }
        return refusal.isEmpty();
    }

    /** Who signs in again is known; anybody else is whom the name belongs to. */
    private Optional<UserModel> person(AuthenticationFlowContext flow, PasswordCheck check, Optional<String> typed) {
        if (isUserAlreadySetBeforeUsernamePasswordAuth(flow)) {
            return Optional.ofNullable(flow.getUser());
        }
        flow.clearUser();
        typed.ifPresent(name -> {
            flow.getEvent().detail(Details.USERNAME, name);
            KeycloakNotes.ATTEMPTED_USERNAME.put(flow.getAuthenticationSession(), name);
        });
        return typed.flatMap(check::person);
    }

    private static void accept(AuthenticationFlowContext flow, UserModel person) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        CheckedCredentials.goOnAs(authSession, person);
        flow.setUser(person);
        KeycloakNotes.PASSWORD_VALIDATED.put(authSession, true);
        UsedMethods.note(authSession, person, Own.PASSWORD);
        StaleLogin.watch(flow.getSession(), authSession); // a second factor or a stage may have them wait
    }

    /**
     * Who may not sign in with a password is told so once it was right, at the end of the sign-in, and led to the right
     * way: not a stranger who has guessed all the time.
     */
    private static Optional<String> bar(AuthenticationFlowContext flow, UserModel user) {
        return PasswordCheck.isElsewhere(flow, user)
                        && UncountedGuesses.of(flow, user).areTooMany()
                ? Optional.of(Errors.INVALID_USER_CREDENTIALS)
                : Optional.empty();
    }

    private static void count(AuthenticationFlowContext flow, PasswordCheck check, UserModel user) {
        if (PasswordCheck.isElsewhere(flow, user)) {
            check.countElsewhere(UncountedGuesses.of(flow, user)::add);
        } else {
            check.countFailure(user);
        }
    }

    private void refuse(AuthenticationFlowContext flow, PasswordCheck check, Optional<UserModel> person, String error) {
        person.ifPresent(user -> flow.getEvent().user(user));
        flow.getEvent().error(error);
        if (error.equals(Errors.INVALID_USER_CREDENTIALS)) {
            person.ifPresent(user -> count(flow, check, user));
        }
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(flow);
        flow.forceChallenge(challenge(flow, getDefaultChallengeMessage(flow), Validation.FIELD_PASSWORD));
        UniformResponseTime.await(flow.getSession());
    }
}

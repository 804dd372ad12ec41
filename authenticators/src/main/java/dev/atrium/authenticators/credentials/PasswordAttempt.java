package dev.atrium.authenticators.credentials;

import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.account.StaleLogin;
import dev.atrium.directory.login.CheckedCredentials;
import dev.atrium.directory.login.UsedMethods;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A password that was typed on a page for the account of a person: whether it lets in, and what follows for the two of them.
 *
 * @param person whose account it is; nobody where there is none, which takes as long
 */
public record PasswordAttempt(AuthenticationFlowContext flow, PasswordCheck check, Optional<UserModel> person) {
    /** Why it does not let in, in the word for events. */
    public Optional<String> refusal() {
        return check.refusal(person).or(() -> person.flatMap(this::bar));
    }

    /** The sign-in goes on as this person. */
    public void accept() {
        UserModel user = person.orElseThrow();
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        CheckedCredentials.goOnAs(authSession, user, user.equals(flow.getUser()));
        flow.setUser(user);
        KeycloakNotes.PASSWORD_VALIDATED.put(authSession, true);
        UsedMethods.note(authSession, user, Own.PASSWORD);
        StaleLogin.watch(flow.getSession(), authSession); // a second factor or a stage may have them wait
    }

    /** Notes and counts it. */
    public void refuse(String error) {
        person.ifPresent(user -> flow.getEvent().user(user));
        flow.getEvent().error(error);
        if (error.equals(Errors.INVALID_USER_CREDENTIALS)) {
            person.ifPresent(this::count);
        }
    }

    /**
     * Who may not sign in with a password is told so once it was right, at the end of the sign-in, and led to the right
     * way: not a stranger who has guessed all the time.
     */
    private Optional<String> bar(UserModel user) {
        return PasswordCheck.isElsewhere(flow, user)
                        && UncountedGuesses.of(flow, user).areTooMany()
                ? Optional.of(Errors.INVALID_USER_CREDENTIALS)
                : Optional.empty();
    }

    private void count(UserModel user) {
        if (PasswordCheck.isElsewhere(flow, user)) {
            check.countElsewhere(UncountedGuesses.of(flow, user)::add);
        } else {
            check.countFailure(user);
        }
    }
}

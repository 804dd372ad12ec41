package dev.atrium.directory.factor;

import dev.atrium.core.account.UserId;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.directory.login.CheckedCredentials;
import dev.atrium.support.note.UserSessionNote;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * That somebody has shown, in a session, something that can be a second factor; the first time they may have shown nothing else, so
 * that it was none. Whoever only knows the password has not.
 */
public record ShownFactor(UserId user) {
    private static final UserSessionNote<ShownFactor> NOTE = new UserSessionNote<>(
            "atrium.shown-factor", shown -> shown.user.value(), text -> Optional.of(new ShownFactor(new UserId(text))));

    /** Of what the steps of the flow have checked; the code of a mail is shown by the mailbox. */
    public static void noteChecked(AuthenticationSessionModel authSession, UserModel user) {
        if (CheckedCredentials.claim(authSession, user).stream()
                .flatMap(type -> FactorKind.ofCredentialType(type).stream())
                .anyMatch(kind -> kind != FactorKind.EMAIL_CODE)) {
            note(authSession, user);
        }
    }

    /** Whoever sets one up has it. */
    public static void note(AuthenticationSessionModel authSession, UserModel user) {
        NOTE.put(authSession, new ShownFactor(new UserId(user.getId())));
    }

    public static boolean isIn(AuthenticationSessionModel authSession, UserId user) {
        return NOTE.in(authSession).filter(shown -> shown.user.equals(user)).isPresent();
    }

    public static boolean isIn(UserSessionModel userSession, UserId user) {
        return NOTE.in(userSession).filter(shown -> shown.user.equals(user)).isPresent();
    }
}

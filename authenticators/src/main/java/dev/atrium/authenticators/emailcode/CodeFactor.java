package dev.atrium.authenticators.emailcode;

import dev.atrium.authenticators.domain.ChosenMethod;
import dev.atrium.authenticators.emailcode.CodeRecipient.Factor;
import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.login.UsedMethods;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.StringUtil;

/** Which factor a code is at this point of a sign-in: the first that was chosen, or a second; never both. */
final class CodeFactor {
    private CodeFactor() {}

    /** Whom the code is for; nobody where it can be neither factor. */
    static Optional<CodeRecipient> recipient(AuthenticationFlowContext flow) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        UserModel known = flow.getUser();
        if (isFirst(authSession)) {
            KeycloakNotes.USERNAME_HIDDEN.put(authSession, true);
            return known != null
                    ? Optional.of(CodeRecipient.of(known, Factor.FIRST))
                    : KeycloakNotes.ATTEMPTED_USERNAME.in(authSession).map(CodeRecipient::typed);
        }
        return Optional.ofNullable(known)
                .filter(person -> !isUsed(flow.getSession(), person))
                .map(person -> CodeRecipient.of(person, Factor.SECOND));
    }

    /** Whether it is of any use to ask: of a first factor that is told to nobody. */
    static boolean isPossible(KeycloakSession session, CodeRecipient recipient) {
        return recipient.factor() == Factor.FIRST
                || recipient
                        .person(session)
                        .filter(person -> isPossibleAsSecond(session, person))
                        .isPresent();
    }

    /** Whether this person, who has shown who they are by something else, can show it by a code as well. */
    static boolean isPossibleAsSecond(KeycloakSession session, UserModel person) {
        return hasMailServer(session.getContext().getRealm())
                && !isUsed(session, person)
                && CodeRecipient.of(person, Factor.SECOND)
                        .bar(session, Optional.of(person))
                        .isEmpty();
    }

    static boolean hasMailServer(RealmModel realm) {
        return StringUtil.isNotBlank(realm.getSmtpConfig().get("host"));
    }

    /** Whether the code is what the domain stage decided for, and nothing was shown by it yet. */
    static boolean isFirst(AuthenticationSessionModel authSession) {
        return ChosenMethod.NOTE.in(authSession).filter(Own.EMAIL_CODE::equals).isPresent()
                && UsedMethods.of(authSession).own().isEmpty();
    }

    /** Whether a code was their first factor, now or when their session began. */
    private static boolean isUsed(KeycloakSession session, UserModel person) {
        AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
        Optional<UsedMethods> now = Optional.ofNullable(authSession).map(UsedMethods::of);
        return now.flatMap(UsedMethods::own)
                .or(() ->
                        BrowserSession.of(session, person).map(UsedMethods::of).flatMap(UsedMethods::own))
                .filter(Own.EMAIL_CODE::equals)
                .isPresent();
    }
}

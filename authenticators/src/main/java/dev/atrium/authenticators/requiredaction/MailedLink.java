package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.directory.account.CredentialSetup;
import dev.atrium.directory.account.StaleLogin;
import dev.atrium.directory.account.UnverifiedAccountTakeover;
import dev.atrium.directory.login.CheckedCredentials;
import dev.atrium.support.note.FlowNote;
import java.util.Collection;
import java.util.Optional;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A link in a mail that somebody has followed: it speaks for the address, not for whoever made the account. */
public record MailedLink(KeycloakSession session, AuthenticationSessionModel authSession, boolean fresh) {
    private static final FlowNote<Boolean> FOLLOWED =
            new FlowNote<>("atrium.mailed-link", String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    /** Whoever followed it may be another than who began the sign-in that it goes on with. */
    public static MailedLink of(ActionTokenContext<?> context) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        Optional.ofNullable(authSession.getAuthenticatedUser())
                .ifPresent(user -> CheckedCredentials.goOnAs(authSession, user, false));
        return new MailedLink(context.getSession(), authSession, context.isAuthenticationSessionFresh());
    }

    /**
     * Whether the link did not go on with a sign-in of this browser. Keycloak asks first then whether to go on, and after
     * that the sign-in, which began with the link, is like any other; so it is noted.
     */
    public boolean isFromElsewhere() {
        if (fresh) {
            FOLLOWED.put(authSession, true);
        }
        return FOLLOWED.in(authSession).orElse(false);
    }

    /** Whether this browser is signed in with the account. */
    public boolean isInTheirBrowser() {
        return BrowserSession.of(session, user()).isPresent();
    }

    public boolean needsCredentials() {
        return new UnverifiedAccountTakeover(session).claim(user()).needsCredentials();
    }

    /** The account is theirs who have the mailbox; this sign-in of theirs goes on. */
    public boolean handOver() {
        UnverifiedAccountTakeover takeover = new UnverifiedAccountTakeover(session);
        if (takeover.claim(user()).isProven()) {
            return false;
        }
        takeover.byMail(user());
        StaleLogin.spare(session, authSession);
        return true;
    }

    /** The same where the link leads to other actions than these, and none would give them a way to sign in. */
    public void handOverBefore(Collection<String> actions) {
        if (handOver() && actions.stream().noneMatch(CredentialSetup::is)) {
            CredentialSetup.of(session, user()).ifPresent(authSession::addRequiredAction);
        }
    }

    private UserModel user() {
        return authSession.getAuthenticatedUser();
    }
}

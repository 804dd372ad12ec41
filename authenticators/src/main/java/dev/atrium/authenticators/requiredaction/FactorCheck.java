package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.core.account.UserId;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.DecidedBy;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.account.UnverifiedAccountTakeover;
import dev.atrium.directory.factor.MailedSecondStep;
import dev.atrium.directory.factor.ShownFactor;
import dev.atrium.directory.factor.SignInProof;
import dev.atrium.directory.login.LoginCheck;
import dev.atrium.directory.login.LoginPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether somebody who is about to change what they sign in with has shown their second factor. */
public final class FactorCheck {
    private final KeycloakSession session;
    private final UserModel user;
    private final List<Seen> seen;

    private FactorCheck(KeycloakSession session, UserModel user, Stream<Seen> seen) {
        this.session = session;
        this.user = user;
        this.seen = seen.toList();
    }

    /** Of a sign-in: in it, or in the session of its browser. */
    static FactorCheck of(KeycloakSession session, AuthenticationSessionModel authSession, UserModel user) {
        Stream<Seen> before = BrowserSession.of(session, user).stream().map(browser -> Seen.in(session, browser));
        return new FactorCheck(session, user, Stream.concat(Stream.of(Seen.in(session, authSession, user)), before));
    }

    /** Of a request, which is part of a sign-in or comes with a token. */
    public static FactorCheck of(KeycloakSession session, UserModel user) {
        AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
        if (authSession != null) {
            return of(session, authSession, user);
        }
        Stream<Seen> before = Stream.ofNullable(session.getContext().getUserSession())
                .filter(userSession -> userSession.getUser().getId().equals(user.getId()))
                .map(userSession -> Seen.in(session, userSession));
        return new FactorCheck(session, user, before);
    }

    /** They have one, and did not show it. */
    public boolean isMissing() {
        return isNoted() && hasFactor() && seen.stream().noneMatch(Seen::isFactor);
    }

    /**
     * The same where they are about to have another address. With an address that nobody has proved, a code by mail is not asked for,
     * and whoever proves it is given the account without its factors.
     */
    public boolean isMissingForAddress() {
        return isMissing() || (isNoted() && isMailboxFactor() && seen.stream().noneMatch(Seen::isFactorOrMailbox));
    }

    /** Whether this realm's sessions keep what was shown: realms without Atrium are as they were. */
    private boolean isNoted() {
        RequiredActionProviderModel stages =
                session.getContext().getRealm().getRequiredActionProviderByAlias(StagesRequiredActionFactory.ID);
        return stages != null && stages.isEnabled();
    }

    private boolean hasFactor() {
        return Arrays.stream(FactorKind.values())
                .filter(kind -> kind != FactorKind.PASSKEY || isPasskeyOfUse())
                .map(FactorKind::credentialType)
                .anyMatch(user.credentialManager()::isConfiguredFor);
    }

    /**
     * One that the rule for this person lets in nowhere could be shown nowhere, and keeps nobody out. What this app takes is another
     * matter, and so is an address that is not proved: either could be chosen to be rid of the passkey.
     */
    private boolean isPasskeyOfUse() {
        AllowedMethods anywhere = LoginPolicy.of(session, Optional.empty()).ofPerson(user);
        return anywhere.by().source() == DecidedBy.Source.DEFAULT
                || anywhere.allows(Own.PASSKEY)
                || !LoginCheck.of(session, user).binds();
    }

    private boolean isMailboxFactor() {
        return user.getEmail() != null
                && MailedSecondStep.isIn(session.getContext().getRealm())
                && new UnverifiedAccountTakeover(session).claim(user).isProven();
    }

    /** What a sign-in or a session has seen of its person. */
    private record Seen(boolean shown, SignInProof proof) {
        static Seen in(KeycloakSession session, AuthenticationSessionModel authSession, UserModel user) {
            UserId id = new UserId(user.getId());
            return new Seen(ShownFactor.isIn(authSession, id), SignInProof.of(session, authSession, id));
        }

        static Seen in(KeycloakSession session, UserSessionModel userSession) {
            UserId id = new UserId(userSession.getUser().getId());
            return new Seen(ShownFactor.isIn(userSession, id), SignInProof.of(session, userSession));
        }

        /** A passkey is one that signs in alone. What an identity provider says counts for its own project, not for the account. */
        boolean isFactor() {
            return shown || proof.hasShownFactor() || proof.methods().contains(Own.PASSKEY);
        }

        boolean isFactorOrMailbox() {
            return isFactor() || proof.factor().isPresent() || proof.methods().contains(Own.EMAIL_CODE);
        }
    }
}

package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.core.account.UserId;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.factor.ShownFactor;
import dev.atrium.directory.factor.SignInProof;
import dev.atrium.directory.login.LoginCheck;
import java.util.Arrays;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether somebody who is about to change what they sign in with has shown their second factor, here or in their browser's session. */
record FactorCheck(KeycloakSession session, AuthenticationSessionModel authSession, UserModel user) {
    /** They have one, and did not show it. */
    boolean isMissing() {
        return isNoted() && hasFactor() && !isShown();
    }

    /** Whether this realm's sessions keep what was shown: realms without Atrium are as they were. */
    private boolean isNoted() {
        RequiredActionProviderModel stages =
                authSession.getRealm().getRequiredActionProviderByAlias(StagesRequiredActionFactory.ID);
        return stages != null && stages.isEnabled();
    }

    private boolean hasFactor() {
        return Arrays.stream(FactorKind.values())
                .filter(kind -> kind != FactorKind.PASSKEY || isPasskeyOfUse())
                .map(FactorKind::credentialType)
                .anyMatch(user.credentialManager()::isConfiguredFor);
    }

    /** One that no rule lets in any more could be shown nowhere, and keeps nobody out. */
    private boolean isPasskeyOfUse() {
        LoginCheck check = LoginCheck.of(session, user);
        return !check.isOfPerson() || check.admits(Own.PASSKEY);
    }

    private boolean isShown() {
        UserId id = new UserId(user.getId());
        return ShownFactor.isIn(authSession, id)
                || isIn(SignInProof.of(session, authSession, id))
                || BrowserSession.of(session, user)
                        .filter(browser -> ShownFactor.isIn(browser, id) || isIn(SignInProof.of(session, browser)))
                        .isPresent();
    }

    /**
     * A passkey is one that signs in alone; the code of a mail is shown by the mailbox, which may have reset the password as well.
     * What an identity provider says counts for its own project, not for the account.
     */
    private static boolean isIn(SignInProof proof) {
        return proof.factor()
                        .filter(factor -> !factor.kind().equals(FactorKind.EMAIL_CODE.credentialType()))
                        .isPresent()
                || proof.methods().contains(Own.PASSKEY);
    }
}

package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.core.account.UserId;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.DecidedBy;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.factor.ShownFactor;
import dev.atrium.directory.factor.SignInProof;
import dev.atrium.directory.login.LoginCheck;
import dev.atrium.directory.login.LoginPolicy;
import java.util.Arrays;
import java.util.Optional;
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

    private boolean isShown() {
        UserId id = new UserId(user.getId());
        return ShownFactor.isIn(authSession, id)
                || isIn(SignInProof.of(session, authSession, id))
                || BrowserSession.of(session, user)
                        .filter(browser -> ShownFactor.isIn(browser, id) || isIn(SignInProof.of(session, browser)))
                        .isPresent();
    }

    /** A passkey is one that signs in alone. What an identity provider says counts for its own project, not for the account. */
    private static boolean isIn(SignInProof proof) {
        return proof.hasShownFactor() || proof.methods().contains(Own.PASSKEY);
    }
}

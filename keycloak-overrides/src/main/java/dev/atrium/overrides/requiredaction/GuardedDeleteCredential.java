package dev.atrium.overrides.requiredaction;

import dev.atrium.authenticators.requiredaction.FactorGuard;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;

/** Keycloak's action that deletes what somebody signs in with, for those who show the second factor that they have. */
final class GuardedDeleteCredential extends DeleteCredentialAction {
    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        ActionGuards.challenge(() -> super.requiredActionChallenge(context), new FactorGuard(context, PROVIDER_ID));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        ActionGuards.process(() -> super.processAction(context), new FactorGuard(context, PROVIDER_ID));
    }
}

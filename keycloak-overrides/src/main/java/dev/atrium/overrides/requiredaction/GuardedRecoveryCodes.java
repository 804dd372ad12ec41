package dev.atrium.overrides.requiredaction;

import dev.atrium.authenticators.requiredaction.FactorGuard;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.RecoveryAuthnCodesAction;

/** Keycloak's action that makes recovery codes, for those who show the second factor that they have. */
final class GuardedRecoveryCodes extends RecoveryAuthnCodesAction {
    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        ActionGuards.challenge(() -> super.requiredActionChallenge(context), guard(context));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        FactorGuard guard = guard(context);
        ActionGuards.process(
                () -> {
                    super.processAction(context);
                    guard.noteSetUp();
                },
                guard);
    }

    private static FactorGuard guard(RequiredActionContext context) {
        return new FactorGuard(context, PROVIDER_ID);
    }
}

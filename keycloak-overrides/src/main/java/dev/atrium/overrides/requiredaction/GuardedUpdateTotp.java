package dev.atrium.overrides.requiredaction;

import dev.atrium.authenticators.requiredaction.FactorGuard;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.models.UserModel;

/** Keycloak's action that sets up an authenticator app, for those who show the second factor that they have. */
final class GuardedUpdateTotp extends UpdateTotp {
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
        return new FactorGuard(context, UserModel.RequiredAction.CONFIGURE_TOTP.name());
    }
}

package dev.atrium.overrides.requiredaction;

import dev.atrium.authenticators.requiredaction.LocalCredentialGuard;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.UserModel;

/** Keycloak's action that sets a password, for those who may have one of their own. */
final class GuardedUpdatePassword extends UpdatePassword {
    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        ActionGuards.challenge(() -> super.requiredActionChallenge(context), guard(context));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        ActionGuards.process(() -> super.processAction(context), guard(context));
    }

    private static LocalCredentialGuard guard(RequiredActionContext context) {
        return new LocalCredentialGuard(context, UserModel.RequiredAction.UPDATE_PASSWORD.name());
    }
}

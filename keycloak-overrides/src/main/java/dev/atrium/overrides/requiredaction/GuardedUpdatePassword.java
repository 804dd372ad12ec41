package dev.atrium.overrides.requiredaction;

import dev.atrium.authenticators.requiredaction.LocalCredentialGuard;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.UserModel;

/** Keycloak's action that sets a password, for those who may have one of their own. */
final class GuardedUpdatePassword extends UpdatePassword {
    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        LocalCredentialGuard own = new LocalCredentialGuard(context, UserModel.RequiredAction.UPDATE_PASSWORD.name());
        if (own.isRefused()) {
            own.refuse();
        } else {
            super.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        LocalCredentialGuard own = new LocalCredentialGuard(context, UserModel.RequiredAction.UPDATE_PASSWORD.name());
        if (own.isRefused()) {
            own.leave();
        } else {
            super.processAction(context);
        }
    }
}

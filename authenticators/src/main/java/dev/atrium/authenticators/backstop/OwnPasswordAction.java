package dev.atrium.authenticators.backstop;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.UserModel;

/** Keycloak's action that sets a password, for those who may have one of their own. */
final class OwnPasswordAction extends UpdatePassword {
    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        OwnCredential own = new OwnCredential(context, UserModel.RequiredAction.UPDATE_PASSWORD.name());
        if (own.isRefused()) {
            own.refuse();
        } else {
            super.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        OwnCredential own = new OwnCredential(context, UserModel.RequiredAction.UPDATE_PASSWORD.name());
        if (own.isRefused()) {
            own.leave();
        } else {
            super.processAction(context);
        }
    }
}

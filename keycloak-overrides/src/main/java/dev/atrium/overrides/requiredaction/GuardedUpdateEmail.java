package dev.atrium.overrides.requiredaction;

import dev.atrium.authenticators.requiredaction.AddressGuard;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateEmail;

/** Keycloak's action that gives somebody another e-mail address, for those who show the second factor that they have. */
final class GuardedUpdateEmail extends UpdateEmail {
    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        ActionGuards.challenge(() -> super.requiredActionChallenge(context), new AddressGuard(context));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        ActionGuards.process(() -> super.processAction(context), new AddressGuard(context));
    }
}

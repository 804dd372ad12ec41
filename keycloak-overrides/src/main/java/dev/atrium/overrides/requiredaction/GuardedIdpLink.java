package dev.atrium.overrides.requiredaction;

import dev.atrium.authenticators.requiredaction.FactorGuard;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.broker.provider.IdpLinkAction;

/** Keycloak's action that links an identity, which signs in from then on, for those who show the second factor that they have. */
final class GuardedIdpLink extends IdpLinkAction {
    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        ActionGuards.challenge(() -> super.requiredActionChallenge(context), new FactorGuard(context, PROVIDER_ID));
    }

    /** Whoever comes back from the identity provider has been let go there; by now the identity is linked. */
    @Override
    public void processAction(RequiredActionContext context) {
        if (isBack(context)) {
            super.processAction(context);
        } else {
            ActionGuards.process(() -> super.processAction(context), new FactorGuard(context, PROVIDER_ID));
        }
    }

    private static boolean isBack(RequiredActionContext context) {
        return Boolean.parseBoolean(
                context.getAuthenticationSession().getAuthNote(KC_ACTION_LINKING_IDENTITY_PROVIDER));
    }
}

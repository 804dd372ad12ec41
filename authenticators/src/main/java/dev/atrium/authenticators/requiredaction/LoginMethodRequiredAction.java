package dev.atrium.authenticators.requiredaction;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/**
 * Turns people away who came by a method that is not theirs, before any other action: those that an administrator put on their
 * list would let them set a password or a second factor.
 */
final class LoginMethodRequiredAction implements RequiredActionProvider {
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        MethodBypass around = new MethodBypass(context);
        if (context.getUser() != null && around.applies()) {
            around.takeTheTurnOf(LoginMethodRequiredActionFactory.ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        MethodBypass around = new MethodBypass(context);
        if (around.applies()) {
            around.show();
        } else {
            context.success();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MethodBypass around = new MethodBypass(context);
        if (around.applies()) {
            around.leave();
        } else {
            context.success();
        }
    }

    @Override
    public void close() {}
}

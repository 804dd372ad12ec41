package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.directory.factor.ShownFactor;
import org.keycloak.authentication.RequiredActionContext;

/**
 * The second factor of somebody who asks to add or delete what they sign in with. Whoever has one shows it first: knowing the
 * password must not be enough to set up another, or to take it away. What an administrator asks for runs without.
 */
public record FactorGuard(RequiredActionContext context, String action) implements ActionGuard {
    private static final String REASON = "The user has a second factor, and did not show it in this session";

    @Override
    public boolean isRefused() {
        return stage().isAskedFor(action)
                && !isOnTheirList()
                && FactorCheck.of(context.getSession(), context.getAuthenticationSession(), context.getUser())
                        .isMissing();
    }

    @Override
    public void refuse() {
        RefusalPage.FACTOR_FIRST.show(stage(), REASON);
    }

    @Override
    public void leave() {
        RefusalPage.FACTOR_FIRST.leave(stage(), REASON);
    }

    /** The action has run: whoever has set one up by it need not show it to set up the next. */
    public void noteSetUp() {
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            ShownFactor.note(context.getAuthenticationSession(), context.getUser());
        }
    }

    /** An administrator put it on the person's list, and it runs from there in any case. */
    private boolean isOnTheirList() {
        return context.getUser().getRequiredActionsStream().anyMatch(action::equals);
    }

    private RequiredActionStageContext stage() {
        return new RequiredActionStageContext(context, context::success);
    }
}

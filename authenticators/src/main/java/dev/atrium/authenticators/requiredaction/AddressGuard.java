package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.RefusalPage;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.UserModel;

/**
 * The second factor of somebody who is about to have another e-mail address. What an administrator asks for runs without; a change
 * that waits for its mail is none of theirs, and is taken up again in a sign-in that shows the factor.
 */
public record AddressGuard(RequiredActionContext context) implements ActionGuard {
    private static final String ACTION = UserModel.RequiredAction.UPDATE_EMAIL.name();
    private static final String REASON = "The user has a second factor, and did not show it in this session";

    @Override
    public boolean isRefused() {
        return (isPending() || (isAskedFor() && !isOnTheirList()))
                && FactorCheck.of(context.getSession(), context.getAuthenticationSession(), context.getUser())
                        .isMissingForAddress();
    }

    @Override
    public void refuse() {
        if (isAskedFor()) {
            RefusalPage.FACTOR_FIRST.show(stage(), REASON);
        } else {
            context.ignore();
        }
    }

    @Override
    public void leave() {
        if (isAskedFor()) {
            RefusalPage.FACTOR_FIRST.leave(stage(), REASON);
        } else {
            context.ignore();
        }
    }

    private boolean isPending() {
        return context.getUser().getFirstAttribute(UserModel.EMAIL_PENDING) != null;
    }

    private boolean isAskedFor() {
        return stage().isAskedFor(ACTION);
    }

    private boolean isOnTheirList() {
        return context.getUser().getRequiredActionsStream().anyMatch(ACTION::equals);
    }

    private RequiredActionStageContext stage() {
        return new RequiredActionStageContext(context, context::success);
    }
}

package dev.atrium.authenticators.backstop;

import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.authenticators.stage.Turn;
import java.util.List;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Turns people away whose domain has an identity provider and who came in another way. */
record AroundHome(RequiredActionContext context) {
    private static final String REASON = "The user's e-mail domain signs in with an identity provider";

    boolean applies() {
        return WayIn.of(context).isAroundHome();
    }

    /** Has this action do so, and of what the sign-in was for nothing else, such as setting the password of a reset. */
    void isTurnOf(String action) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        List<String> others = signIn.getRequiredActions().stream()
                .filter(other -> !other.equals(HomeActionFactory.ID))
                .toList();
        others.forEach(signIn::removeRequiredAction);
        signIn.addRequiredAction(action);
    }

    /** Shows the page that says so. */
    void show() {
        RefusalPage.NOT_FROM_HOME.show(turn(), REASON);
    }

    /** Sends the person back to the app. */
    void leave() {
        RefusalPage.NOT_FROM_HOME.leave(turn(), REASON);
    }

    private Turn turn() {
        return new ActionTurn(context, context::success);
    }
}

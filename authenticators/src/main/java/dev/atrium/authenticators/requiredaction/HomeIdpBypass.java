package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.authenticators.stage.StageContext;
import java.util.List;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Turns people away whose domain has an identity provider and who came in another way. */
record HomeIdpBypass(RequiredActionContext context) {
    private static final String REASON = "The user's e-mail domain signs in with an identity provider";

    boolean applies() {
        return LoginOrigin.of(context).isAroundHome();
    }

    /** Has this action do so, and of what the sign-in was for nothing else, such as setting the password of a reset. */
    void takeTheTurnOf(String action) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        List<String> others = authSession.getRequiredActions().stream()
                .filter(other -> !other.equals(HomeIdpRequiredActionFactory.ID))
                .toList();
        others.forEach(authSession::removeRequiredAction);
        authSession.addRequiredAction(action);
    }

    /** Shows the page that says so. */
    void show() {
        RefusalPage.NOT_FROM_HOME.show(stage(), REASON);
    }

    /** Sends the person back to the app. */
    void leave() {
        RefusalPage.NOT_FROM_HOME.leave(stage(), REASON);
    }

    private StageContext stage() {
        return new RequiredActionStageContext(context, context::success);
    }
}

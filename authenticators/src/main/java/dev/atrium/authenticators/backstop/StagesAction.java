package dev.atrium.authenticators.backstop;

import dev.atrium.authenticators.invitation.InvitationStage;
import dev.atrium.authenticators.profile.ProfileSettings;
import dev.atrium.authenticators.profile.ProfileStage;
import dev.atrium.authenticators.scopes.ScopesStage;
import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.authenticators.stage.SignInRequest;
import dev.atrium.authenticators.stage.Turn;
import dev.atrium.support.invitation.InvitationVisit;
import java.util.Set;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Runs the profile and scopes stages for sign-ins whose flow did not: those through an identity provider without a
 * post-login flow, a registration, a link in a mail. What a person was invited to comes first; before all, people whose
 * domain has an identity provider must have come through it.
 *
 * <p>It also gives {@code prompt=none} its answer: where a stage would have to ask, this action is left to do, which
 * Keycloak reports as {@code interaction_required}.
 */
final class StagesAction implements RequiredActionProvider {
    private static final String AROUND_HOME = "The user's e-mail domain signs in with an identity provider";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        UserModel user = context.getUser();
        if (user == null) {
            return;
        }
        if (isAroundHome(context)) {
            // Nothing else is to be done for them here, such as setting the password of a reset.
            Set.copyOf(signIn.getRequiredActions()).forEach(signIn::removeRequiredAction);
            signIn.addRequiredAction(StagesActionFactory.ID);
            return;
        }
        if (!hasBrowser(signIn)) {
            return;
        }
        SignInRequest request = new SignInRequest(context.getSession(), signIn, user);
        if (isInvited(context) || (!request.isDone() && request.concernsProject())) {
            signIn.addRequiredAction(StagesActionFactory.ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isAroundHome(context)) {
            RefusalPage.NOT_FROM_HOME.show(turn(context), AROUND_HOME);
        } else if (isInvited(context)) {
            invitation(context).begin();
        } else {
            profile(context).begin();
        }
    }

    /** The profile page comes first: until a membership is chosen, an answer is for it. */
    @Override
    public void processAction(RequiredActionContext context) {
        SignInRequest request =
                new SignInRequest(context.getSession(), context.getAuthenticationSession(), context.getUser());
        if (isAroundHome(context)) {
            RefusalPage.NOT_FROM_HOME.leave(turn(context), AROUND_HOME);
        } else if (isInvited(context)) {
            invitation(context).answer();
        } else if (request.membership().isPresent()) {
            scopes(context).answer();
        } else {
            profile(context).answer();
        }
    }

    /** A direct grant and its like have nowhere to show a page; the guard of tokens refuses their SMART scopes. */
    private static boolean hasBrowser(AuthenticationSessionModel signIn) {
        return signIn.getRedirectUri() != null;
    }

    private static boolean isAroundHome(RequiredActionContext context) {
        return WayIn.of(context).isAroundHome();
    }

    private static boolean isInvited(RequiredActionContext context) {
        return InvitationVisit.NOTE.in(context.getAuthenticationSession()).isPresent();
    }

    private static Turn turn(RequiredActionContext context) {
        return new ActionTurn(context, context::success);
    }

    private static InvitationStage invitation(RequiredActionContext context) {
        return new InvitationStage(
                new ActionTurn(context, () -> profile(context).begin()));
    }

    private static ProfileStage profile(RequiredActionContext context) {
        return new ProfileStage(new ActionTurn(context, () -> scopes(context).begin()), ProfileSettings.DEFAULT);
    }

    private static ScopesStage scopes(RequiredActionContext context) {
        return new ScopesStage(turn(context));
    }

    @Override
    public void close() {}
}

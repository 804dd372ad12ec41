package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.invitation.InvitationStage;
import dev.atrium.authenticators.patient.PatientStage;
import dev.atrium.authenticators.profile.ProfileSettings;
import dev.atrium.authenticators.profile.ProfileStage;
import dev.atrium.authenticators.scopes.ScopesStage;
import dev.atrium.authenticators.secondfactor.Enrolment;
import dev.atrium.authenticators.secondfactor.RequirementsStage;
import dev.atrium.authenticators.stage.LoginRequest;
import dev.atrium.directory.account.StaleLogin;
import dev.atrium.directory.factor.ShownFactor;
import dev.atrium.invitations.service.InvitationVisit;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Runs the profile, patient and scopes stages for sign-ins whose flow did not: those through an identity provider without a
 * post-login flow, a registration, a link in a mail. What a person was invited to comes first. People who came around the
 * identity provider of their domain get nowhere here either, where a realm has {@link LoginMethodRequiredAction} off; and nobody goes on
 * with a sign-in that was overtaken.
 *
 * <p>It also gives {@code prompt=none} its answer: where a stage would have to ask, this action is left to do, which
 * Keycloak reports as {@code interaction_required}.
 */
final class StagesRequiredAction implements RequiredActionProvider {
    private static final String OVERTAKEN = "All sessions of the user were ended while this sign-in was waiting";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        UserModel user = context.getUser();
        if (user == null) {
            return;
        }
        refuseOvertaken(context);
        noteFactor(context);
        MethodBypass around = new MethodBypass(context);
        if (around.applies()) {
            around.takeTheTurnOf(StagesRequiredActionFactory.ID);
            return;
        }
        if (!new RequiredActionStageContext(context, context::success).hasBrowser()) {
            return; // the guard of tokens refuses their SMART scopes
        }
        if (Enrolment.isPending(authSession)) {
            authSession.removeRequiredAction(StagesRequiredActionFactory.ID); // its turn is when that is done
            return;
        }
        LoginRequest request = new LoginRequest(context.getSession(), authSession, user);
        if (isInvited(context) || (!request.isDone() && request.concernsProject())) {
            authSession.addRequiredAction(StagesRequiredActionFactory.ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        MethodBypass around = new MethodBypass(context);
        if (around.applies()) {
            around.show();
        } else if (isInvited(context)) {
            invitation(context).begin();
        } else {
            profile(context).begin();
        }
    }

    /** The profile page comes first: until a membership is chosen, an answer is for it. */
    @Override
    public void processAction(RequiredActionContext context) {
        LoginRequest request =
                new LoginRequest(context.getSession(), context.getAuthenticationSession(), context.getUser());
        MethodBypass around = new MethodBypass(context);
        if (around.applies()) {
            around.leave();
        } else if (isInvited(context)) {
            invitation(context).answer();
        } else if (request.membership().isPresent()) {
            answer(context);
        } else {
            profile(context).answer();
        }
    }

    /** As long as a patient or an encounter is to be chosen, an answer is for that. */
    private static void answer(RequiredActionContext context) {
        PatientStage patients = patients(context);
        if (patients.isPending()) {
            patients.answer();
        } else {
            scopes(context).answer();
        }
    }

    /** Also of sign-ins to which no project has anything to say, such as to the account console. */
    private static void noteFactor(RequiredActionContext context) {
        RequirementsStage.noteFactor(new RequiredActionStageContext(context, context::success));
        ShownFactor.noteChecked(context.getAuthenticationSession(), context.getUser());
    }

    /** In the transaction of the step before, which is undone. */
    private static void refuseOvertaken(RequiredActionContext context) {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        if (StaleLogin.is(context.getSession(), authSession)) {
            context.getSession().getTransactionManager().setRollbackOnly();
            new RequiredActionStageContext(context, context::success).recordRefusal(OVERTAKEN);
            throw new ErrorPageException(
                    context.getSession(), authSession, Response.Status.BAD_REQUEST, Messages.EXPIRED_CODE);
        }
        StaleLogin.watch(context.getSession(), authSession);
    }

    private static boolean isInvited(RequiredActionContext context) {
        return InvitationVisit.NOTE.in(context.getAuthenticationSession()).isPresent();
    }

    private static InvitationStage invitation(RequiredActionContext context) {
        return new InvitationStage(
                new RequiredActionStageContext(context, () -> profile(context).begin()), context::success);
    }

    private static ProfileStage profile(RequiredActionContext context) {
        return new ProfileStage(
                new RequiredActionStageContext(context, () -> patients(context).begin()), ProfileSettings.DEFAULT);
    }

    private static PatientStage patients(RequiredActionContext context) {
        return new PatientStage(
                new RequiredActionStageContext(context, () -> scopes(context).begin()), profile(context));
    }

    private static ScopesStage scopes(RequiredActionContext context) {
        return new ScopesStage(
                new RequiredActionStageContext(context, context::success), profile(context), patients(context));
    }

    @Override
    public void close() {}
}

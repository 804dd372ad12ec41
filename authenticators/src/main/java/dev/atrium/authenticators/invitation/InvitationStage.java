package dev.atrium.authenticators.invitation;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.directory.project.PersonName;
import dev.atrium.invitations.service.AcceptanceResult;
import dev.atrium.invitations.service.InvitationAcceptance;
import dev.atrium.invitations.service.InvitationVisit;
import java.util.Locale;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/** Has a person who signed in become the member they were invited to be; the button in the mail's page was the question. */
public final class InvitationStage {
    private static final String ONWARD = "continue";
    private static final String VERIFY = "verify";
    private static final String KEYS = "atrium.link.invitation.";

    private final StageContext context;
    private final Runnable later;

    /** @param later has this stage come again after all that is still to be done before it */
    public InvitationStage(StageContext context, Runnable later) {
        this.context = context;
        this.later = later;
    }

    /** The person comes to this stage. */
    public void begin() {
        InvitationVisit visit = InvitationVisit.NOTE.in(context.authSession()).orElseThrow();
        AcceptanceResult outcome = new InvitationAcceptance(context.session()).accept(visit, context.user());
        if (outcome == AcceptanceResult.ACCEPTED) {
            leave();
        } else {
            context.recordRefusal("The invitation cannot be accepted: " + outcome);
            show(outcome);
        }
    }

    /** The person has answered the page, or came back to it. */
    public void answer() {
        if (context.posted().containsKey(ONWARD)) {
            leave();
        } else if (context.posted().containsKey(VERIFY) && canVerify()) {
            context.authSession().addRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
            later.run();
        } else {
            begin();
        }
    }

    /** Keycloak's action sends a link to the address of the account, whoever is in it. */
    private boolean canVerify() {
        RealmModel realm = context.session().getContext().getRealm();
        RequiredActionProviderModel action =
                realm.getRequiredActionProviderByAlias(UserModel.RequiredAction.VERIFY_EMAIL.name());
        return action != null
                && action.isEnabled()
                && StringUtil.isNotBlank(realm.getSmtpConfig().get("host"));
    }

    private void leave() {
        InvitationVisit.NOTE.remove(context.authSession());
        context.proceed();
    }

    private void show(AcceptanceResult outcome) {
        context.show(context.page()
                .setAttribute(
                        "reason", KEYS + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .setAttribute("another", outcome == AcceptanceResult.NOT_THEIRS)
                .setAttribute("verifies", outcome == AcceptanceResult.UNPROVEN && canVerify())
                .setAttribute("username", PersonName.of(context.user()))
                .createForm("atrium-invitation.ftl"));
    }
}

package dev.atrium.authenticators.invitation;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.directory.project.PersonName;
import dev.atrium.invitations.service.AcceptanceResult;
import dev.atrium.invitations.service.InvitationAcceptance;
import dev.atrium.invitations.service.InvitationVisit;
import java.util.Locale;

/** Has a person who signed in become the member they were invited to be; the button in the mail's page was the question. */
public final class InvitationStage {
    private static final String ONWARD = "continue";
    private static final String KEYS = "atrium.link.invitation.";

    private final StageContext context;

    public InvitationStage(StageContext context) {
        this.context = context;
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
        } else {
            begin();
        }
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
                .setAttribute("username", PersonName.of(context.user()))
                .createForm("atrium-invitation.ftl"));
    }
}

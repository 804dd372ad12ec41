package dev.atrium.authenticators.invitation;

import dev.atrium.authenticators.stage.Turn;
import dev.atrium.support.invitation.Acceptance;
import dev.atrium.support.invitation.Accepting;
import dev.atrium.support.invitation.InvitationVisit;
import dev.atrium.support.project.PersonName;
import java.util.Locale;

/** Has a person who signed in become the member they were invited to be; the button in the mail's page was the question. */
public final class InvitationStage {
    private static final String ONWARD = "continue";
    private static final String KEYS = "atrium.link.invitation.";

    private final Turn turn;

    public InvitationStage(Turn turn) {
        this.turn = turn;
    }

    /** The person comes to this stage. */
    public void begin() {
        InvitationVisit visit = InvitationVisit.NOTE.in(turn.signIn()).orElseThrow();
        Acceptance outcome = new Accepting(turn.session()).accept(visit, turn.user());
        if (outcome == Acceptance.ACCEPTED) {
            leave();
        } else {
            turn.recordRefusal("The invitation cannot be accepted: " + outcome);
            show(outcome);
        }
    }

    /** The person has answered the page, or came back to it. */
    public void answer() {
        if (turn.posted().containsKey(ONWARD)) {
            leave();
        } else {
            begin();
        }
    }

    private void leave() {
        InvitationVisit.NOTE.remove(turn.signIn());
        turn.proceed();
    }

    private void show(Acceptance outcome) {
        turn.show(turn.page()
                .setAttribute(
                        "reason", KEYS + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .setAttribute("another", outcome == Acceptance.NOT_THEIRS)
                .setAttribute("username", PersonName.of(turn.user()))
                .createForm("atrium-invitation.ftl"));
    }
}

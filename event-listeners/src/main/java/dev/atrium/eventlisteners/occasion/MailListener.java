package dev.atrium.eventlisteners.occasion;

import dev.atrium.support.event.MembershipEvent;
import org.jboss.logging.Logger;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/** Hears what happens in all realms, and has the mails about it put into the outbox of the same transaction. */
final class MailListener implements EventListenerProvider {
    private static final Logger LOG = Logger.getLogger(MailListener.class);

    private final KeycloakSession session;

    MailListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getError() == null) {
            attempt(event.getType().name(), () -> new AccountEvents(session).told(event));
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getError() == null) {
            attempt("an administrator's change", () -> new AdminActions(session).told(event));
        }
    }

    static void onMembership(MembershipEvent event) {
        attempt("a membership", () -> new MembershipMails(event.session(), event.realm()).told(event));
    }

    /** What goes wrong with a mail is no reason to undo what it tells of, or to keep somebody from signing in. */
    private static void attempt(String occasion, Runnable mailing) {
        try {
            mailing.run();
        } catch (RuntimeException problem) {
            LOG.errorf(problem, "The mail about %s was not written and will not be sent", occasion);
        }
    }

    @Override
    public void close() {}
}

package dev.atrium.eventlisteners.mail;

import dev.atrium.support.event.InvitationEvent;
import dev.atrium.support.event.MembershipEvent;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/**
 * Hears what happens in all realms, and has the mails about it put into the outbox of the same transaction.
 *
 * <p>A bug here ends no sign-in, for Keycloak logs what listeners throw. It undoes a membership or an invitation, whose
 * maker is told so: better than one of which nobody ever hears.
 */
final class MailListener implements EventListenerProvider {
    private final KeycloakSession session;

    MailListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getError() == null) {
            new AccountEvents(session).onEvent(event);
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getError() == null) {
            new AdminActions(session).onEvent(event);
        }
    }

    static void onMembership(MembershipEvent event) {
        new MembershipMails(event.session(), event.realm()).onEvent(event);
    }

    static void onInvitation(InvitationEvent event) {
        new InvitationMails(event.session(), event.realm()).onEvent(event);
    }

    @Override
    public void close() {}
}

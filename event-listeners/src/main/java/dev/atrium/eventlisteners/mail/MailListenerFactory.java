package dev.atrium.eventlisteners.mail;

import dev.atrium.support.event.InvitationEvent;
import dev.atrium.support.event.MembershipEvent;
import dev.atrium.support.provider.DefaultProviderFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Listens in every realm, without being named there: what is sent is switched mail by mail. */
public final class MailListenerFactory
        implements EventListenerProviderFactory, DefaultProviderFactory<EventListenerProvider> {
    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new MailListener(session);
    }

    @Override
    public String getId() {
        return "atrium-mails";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof MembershipEvent membership) {
                MailListener.onMembership(membership);
            } else if (event instanceof InvitationEvent invitation) {
                MailListener.onInvitation(invitation);
            }
        });
    }
}

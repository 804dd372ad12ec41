package dev.atrium.authenticators.backstop;

import dev.atrium.support.provider.QuietFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel.UserPreRemovedEvent;

/** Makes the {@link OvertakenListener}, for every realm. */
public final class OvertakenListenerFactory
        implements EventListenerProviderFactory, QuietFactory<EventListenerProvider> {
    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new OvertakenListener(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof UserPreRemovedEvent removed) {
                OvertakenListener.undoOvertaken(removed.getKeycloakSession());
            }
        });
    }

    @Override
    public String getId() {
        return "atrium-overtaken";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }
}

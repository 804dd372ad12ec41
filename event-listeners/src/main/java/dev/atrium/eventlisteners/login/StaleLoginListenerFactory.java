package dev.atrium.eventlisteners.login;

import dev.atrium.support.provider.DefaultProviderFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel.UserPreRemovedEvent;

/** Makes the {@link StaleLoginListener}, for every realm. */
public final class StaleLoginListenerFactory
        implements EventListenerProviderFactory, DefaultProviderFactory<EventListenerProvider> {
    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new StaleLoginListener(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof UserPreRemovedEvent removed) {
                StaleLoginListener.undoOvertaken(removed.getKeycloakSession());
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

package dev.atrium.eventlisteners.webhook;

import dev.atrium.support.provider.DefaultProviderFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Has all realms listened to, without being named in their settings: who is told, subscriptions say. */
public final class WebhookListenerFactory
        implements EventListenerProviderFactory, DefaultProviderFactory<EventListenerProvider> {
    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new WebhookListener(session);
    }

    @Override
    public String getId() {
        return "atrium-webhook";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new ChangeListener());
    }
}

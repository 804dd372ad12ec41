package dev.atrium.eventlisteners.webhook;

import dev.atrium.directory.component.Subscriptions;
import dev.atrium.support.webhook.WebhookProvider;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Hears Keycloak's events, in the session whose transaction they belong to. */
final class WebhookListener implements EventListenerProvider {
    private final KeycloakSession session;

    WebhookListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        SignInEvents.type(event)
                .filter(type -> new Subscriptions(realm).want(type))
                .flatMap(type -> SignInEvents.translate(event, new EventProjects(session)::withAlias))
                .ifPresent(told -> webhooks().publish(realm, told));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        AdministratorEvents.translate(event)
                .ifPresent(told -> webhooks().publish(session.realms().getRealm(event.getRealmId()), told));
    }

    @Override
    public void close() {}

    private WebhookProvider webhooks() {
        return session.getProvider(WebhookProvider.class);
    }
}

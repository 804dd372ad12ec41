package dev.atrium.directory.component;

import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.SubscriptionId;
import dev.atrium.core.webhook.WebhookType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Who subscribed to the events of a realm; read from Keycloak's cache, without a statement. */
public final class Subscriptions {
    private final RealmModel realm;
    private final SignedComponents components;

    public Subscriptions(RealmModel realm) {
        this.realm = realm;
        components = new SignedComponents(realm, SubscriptionComponent.TYPE);
    }

    public List<Subscription> all() {
        return components
                .all()
                .map(SubscriptionComponent::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether anybody wants to be told of events of this type. */
    public boolean want(WebhookType type) {
        return all().stream().anyMatch(subscription -> subscription.wants(type));
    }

    public Optional<Subscription> find(SubscriptionId id) {
        return components.find(id.value()).flatMap(SubscriptionComponent::read);
    }

    /**
     * Adds a subscription.
     *
     * @param secret what to sign with, or a reference to it in Keycloak's vault
     */
    public void add(Subscription subscription, String secret) {
        components.add(SubscriptionComponent.create(realm, subscription), secret);
    }

    public void replace(Subscription subscription) {
        components.change(subscription.id().value(), component -> SubscriptionComponent.write(subscription, component));
    }

    public void remove(SubscriptionId id) {
        components.remove(id.value());
    }

    /** Signs with a new secret, and with the one before too for a while. */
    public void rotate(SubscriptionId id, String secret, Instant previousUntil) {
        components.rotate(id.value(), secret, previousUntil);
    }

    /** When the secret before stops to be used; empty when it is used no more. */
    public Optional<Instant> previousUntil(SubscriptionId id, Instant now) {
        return components.previousUntil(id.value(), now);
    }

    /** What to sign with now, the newest first. */
    public List<SigningSecret> secrets(KeycloakSession session, SubscriptionId id, Instant now) {
        return components.secrets(session, id.value(), now);
    }
}

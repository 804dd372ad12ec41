package dev.atrium.support.webhook;

import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.SubscriptionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Who subscribed to the events of a realm; read from Keycloak's cache, without a statement. */
public final class Subscriptions {
    private final RealmModel realm;

    public Subscriptions(RealmModel realm) {
        this.realm = realm;
    }

    public List<Subscription> all() {
        return components()
                .map(SubscriptionComponent::read)
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<Subscription> find(SubscriptionId id) {
        return component(id).flatMap(SubscriptionComponent::read);
    }

    /**
     * Adds a subscription.
     *
     * @param secret what to sign with, or a reference to it in Keycloak's vault
     */
    public void add(Subscription subscription, String secret) {
        ComponentModel component = SubscriptionComponent.create(realm, subscription);
        ComponentSecrets.set(component, secret);
        realm.addComponentModel(component);
    }

    public void replace(Subscription subscription) {
        change(subscription.id(), component -> SubscriptionComponent.write(subscription, component));
    }

    public void remove(SubscriptionId id) {
        component(id).ifPresent(realm::removeComponent);
    }

    /** Signs with a new secret, and with the one before too for a while. */
    public void rotate(SubscriptionId id, String secret, Instant previousUntil) {
        change(id, component -> ComponentSecrets.rotate(component, secret, previousUntil));
    }

    /** When the secret before stops to be used. */
    public Optional<Instant> previousUntil(SubscriptionId id) {
        return component(id).flatMap(ComponentSecrets::previousUntil);
    }

    /** What to sign with now, the newest first. */
    public List<SigningSecret> secrets(KeycloakSession session, SubscriptionId id, Instant now) {
        return component(id)
                .map(component -> ComponentSecrets.current(session, component, now))
                .orElse(List.of());
    }

    private void change(SubscriptionId id, Consumer<ComponentModel> change) {
        component(id).ifPresent(cached -> {
            ComponentModel component = new ComponentModel(cached);
            change.accept(component);
            realm.updateComponent(component);
        });
    }

    private Optional<ComponentModel> component(SubscriptionId id) {
        return components()
                .filter(component -> component.getId().equals(id.value()))
                .findFirst();
    }

    private Stream<ComponentModel> components() {
        return realm.getComponentsStream(realm.getId(), SubscriptionComponent.TYPE);
    }
}

package dev.atrium.support.webhook;

import static dev.atrium.support.webhook.SubscriptionComponent.PREVIOUS_SECRET;
import static dev.atrium.support.webhook.SubscriptionComponent.PREVIOUS_UNTIL;
import static dev.atrium.support.webhook.SubscriptionComponent.SECRET;

import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.SubscriptionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
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
        component.put(SECRET, secret);
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
        change(id, component -> {
            component.getConfig().putSingle(PREVIOUS_SECRET, component.get(SECRET));
            component.getConfig().putSingle(PREVIOUS_UNTIL, previousUntil.toString());
            component.getConfig().putSingle(SECRET, secret);
        });
    }

    /** When the secret before stops to be used. */
    public Optional<Instant> previousUntil(SubscriptionId id) {
        return component(id)
                .flatMap(component -> Optional.ofNullable(component.get(PREVIOUS_UNTIL)))
                .map(Instant::parse);
    }

    /** What to sign with now, the newest first: secrets, or references to them in Keycloak's vault. */
    public List<String> secrets(SubscriptionId id, Instant now) {
        Stream<String> previous =
                previousUntil(id).filter(now::isBefore).stream().map(until -> PREVIOUS_SECRET);
        return Stream.concat(Stream.of(SECRET), previous)
                .flatMap(name -> component(id).map(component -> component.get(name)).stream())
                .toList();
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

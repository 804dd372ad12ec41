package dev.atrium.rest.hook;

import dev.atrium.core.hook.HookId;
import dev.atrium.support.time.KeycloakClock;
import dev.atrium.support.webhook.ComponentSecrets;
import dev.atrium.support.webhook.SigningSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The hooks of a realm; read from Keycloak's cache. */
final class Hooks {
    private final RealmModel realm;

    Hooks(RealmModel realm) {
        this.realm = realm;
    }

    List<HookDefinition> all() {
        return components().map(HookComponent::read).flatMap(Optional::stream).toList();
    }

    Optional<HookDefinition> find(HookId id) {
        return component(id).flatMap(HookComponent::read);
    }

    void add(HookDefinition hook, String secret) {
        ComponentModel component = HookComponent.create(realm, hook);
        ComponentSecrets.set(component, secret);
        realm.addComponentModel(component);
    }

    void replace(HookDefinition hook) {
        change(hook.id(), component -> HookComponent.write(hook, component));
    }

    void remove(HookId id) {
        component(id).ifPresent(realm::removeComponent);
    }

    void rotate(HookId id, String secret, Instant previousUntil) {
        change(id, component -> ComponentSecrets.rotate(component, secret, previousUntil));
    }

    Optional<Instant> previousUntil(HookId id) {
        return component(id)
                .flatMap(ComponentSecrets::previousUntil)
                .filter(until -> until.isAfter(KeycloakClock.INSTANCE.instant()));
    }

    List<SigningSecret> secrets(KeycloakSession session, HookId id) {
        return component(id)
                .map(component -> ComponentSecrets.current(session, component, KeycloakClock.INSTANCE.instant()))
                .orElse(List.of());
    }

    private void change(HookId id, Consumer<ComponentModel> change) {
        component(id).ifPresent(cached -> {
            ComponentModel component = new ComponentModel(cached);
            change.accept(component);
            realm.updateComponent(component);
        });
    }

    private Optional<ComponentModel> component(HookId id) {
        return components()
                .filter(component -> component.getId().equals(id.value()))
                .findFirst();
    }

    private Stream<ComponentModel> components() {
        return realm.getComponentsStream(realm.getId(), HookComponent.TYPE);
    }
}

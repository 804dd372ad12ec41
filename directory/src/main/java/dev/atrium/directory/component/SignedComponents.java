package dev.atrium.directory.component;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The components of one type in a realm, each with signing secrets; read from Keycloak's cache, without a statement. */
public final class SignedComponents {
    private final RealmModel realm;
    private final String type;

    /** Those of this provider type. */
    public SignedComponents(RealmModel realm, String type) {
        this.realm = realm;
        this.type = type;
    }

    public Stream<ComponentModel> all() {
        return realm.getComponentsStream(realm.getId(), type);
    }

    public Optional<ComponentModel> find(String id) {
        return all().filter(component -> component.getId().equals(id)).findFirst();
    }

    /**
     * Adds a component.
     *
     * @param secret what to sign with, or a reference to it in Keycloak's vault
     */
    public void add(ComponentModel component, String secret) {
        ComponentSecrets.set(component, secret);
        realm.addComponentModel(component);
    }

    /** Changes a component, if it is there. */
    public void change(String id, Consumer<ComponentModel> change) {
        find(id).ifPresent(cached -> {
            ComponentModel component = new ComponentModel(cached);
            change.accept(component);
            realm.updateComponent(component);
        });
    }

    public void remove(String id) {
        find(id).ifPresent(realm::removeComponent);
    }

    /** Signs with a new secret, and with the one before too for a while. */
    public void rotate(String id, String secret, Instant previousUntil) {
        change(id, component -> ComponentSecrets.rotate(component, secret, previousUntil));
    }

    /** When the secret before stops to be used; empty when it is used no more. */
    public Optional<Instant> previousUntil(String id, Instant now) {
        return find(id).flatMap(ComponentSecrets::previousUntil).filter(now::isBefore);
    }

    /** What to sign with now, the newest first. */
    public List<SigningSecret> secrets(KeycloakSession session, String id, Instant now) {
        return find(id).map(component -> ComponentSecrets.current(session, component, now))
                .orElse(List.of());
    }
}

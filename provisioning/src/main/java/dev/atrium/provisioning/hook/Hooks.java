package dev.atrium.provisioning.hook;

import dev.atrium.core.hook.HookId;
import dev.atrium.directory.component.SignedComponents;
import dev.atrium.directory.component.SigningSecret;
import dev.atrium.provisioning.mapping.HookDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The hooks of a realm; read from Keycloak's cache. */
public final class Hooks {
    private final RealmModel realm;
    private final SignedComponents components;

    public Hooks(RealmModel realm) {
        this.realm = realm;
        components = new SignedComponents(realm, HookComponent.TYPE);
    }

    public List<HookDefinition> all() {
        return components
                .all()
                .map(HookComponent::read)
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<HookDefinition> find(HookId id) {
        return components.find(id.value()).flatMap(HookComponent::read);
    }

    public void add(HookDefinition hook, String secret) {
        components.add(HookComponent.create(realm, hook), secret);
    }

    public void replace(HookDefinition hook) {
        components.change(hook.id().value(), component -> HookComponent.write(hook, component));
    }

    public void remove(HookId id) {
        components.remove(id.value());
    }

    public void rotate(HookId id, String secret, Instant previousUntil) {
        components.rotate(id.value(), secret, previousUntil);
    }

    public Optional<Instant> previousUntil(HookId id, Instant now) {
        return components.previousUntil(id.value(), now);
    }

    List<SigningSecret> secrets(KeycloakSession session, HookId id, Instant now) {
        return components.secrets(session, id.value(), now);
    }
}

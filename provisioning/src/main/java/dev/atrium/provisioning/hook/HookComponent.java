package dev.atrium.provisioning.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.hook.HookId;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.directory.component.ComponentProject;
import dev.atrium.http.error.Refused;
import dev.atrium.provisioning.mapping.HookDefinition;
import dev.atrium.provisioning.mapping.HookMapping;
import dev.atrium.rest.hook.HookProvider;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** How a hook is written as a component of its realm. */
final class HookComponent {
    static final String PROVIDER_ID = "hook";
    static final String TYPE = HookProvider.class.getName();
    static final String ACTIVE = "active";
    static final String CLIENT = "client";
    static final String POLICIES = "policies";
    static final String MAPPING = "mapping";

    private HookComponent() {}

    /** Empty for a component that is none. */
    static Optional<HookDefinition> read(ComponentModel component) {
        Optional<HookId> id = Optional.ofNullable(component.getId())
                .or(() -> Optional.of("new"))
                .flatMap(HookId::parse);
        Optional<HookMapping> mapping = mapping(component.get(MAPPING));
        List<String> policies = policies(component.get(POLICIES));
        Optional<ProjectReference> project = ComponentProject.of(component);
        if (id.isEmpty() || mapping.isEmpty() || policies.isEmpty() || project.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HookDefinition(
                id.get(),
                component.getName() == null ? "" : component.getName(),
                component.get(ACTIVE, true),
                Optional.ofNullable(component.get(CLIENT)),
                project.get(),
                policies,
                mapping.get()));
    }

    static ComponentModel create(RealmModel realm, HookDefinition hook) {
        ComponentModel component = new ComponentModel();
        component.setId(hook.id().value());
        component.setParentId(realm.getId());
        component.setProviderType(TYPE);
        component.setProviderId(PROVIDER_ID);
        write(hook, component);
        return component;
    }

    static void switchOff(ComponentModel component) {
        component.put(ACTIVE, false);
    }

    static void write(HookDefinition hook, ComponentModel component) {
        component.setName(hook.name());
        component.getConfig().putSingle(ACTIVE, String.valueOf(hook.active()));
        ComponentProject.set(component, Optional.of(hook.project()));
        component.getConfig().putSingle(POLICIES, JsonSerialization.valueAsString(hook.policies()));
        component.getConfig().putSingle(MAPPING, hook.mapping().json().toString());
        hook.client()
                .ifPresentOrElse(
                        client -> component.getConfig().putSingle(CLIENT, client),
                        () -> component.getConfig().remove(CLIENT));
    }

    /** In one value, for Keycloak keeps several of one name in no order, and the first policy is the default. */
    private static List<String> policies(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return List.of(JsonSerialization.mapper.readValue(json, String[].class));
        } catch (JsonProcessingException unfit) {
            return List.of();
        }
    }

    private static Optional<HookMapping> mapping(@Nullable String json) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(HookMapping.read(JsonSerialization.mapper.readValue(json, ObjectNode.class)));
        } catch (JsonProcessingException | Refused unfit) {
            return Optional.empty();
        }
    }
}

package dev.atrium.directory.component;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.membership.ProjectReference;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Which project a component of a realm belongs to: the one with the id, whichever has the alias.
 *
 * <p>The alias stands beside it to be shown, and for realm files: the id may be another one where they are imported.
 */
public final class ComponentProject {
    static final String ALIAS = "project";
    static final String ID = "project-id";

    /** The id of no project: of one that was not there when it was looked for, and that no later one with the alias is. */
    private static final String NONE = "-";

    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9-]{1,36}");

    private ComponentProject() {}

    /** Empty for a component that belongs to the whole realm. */
    public static Optional<ProjectReference> of(ComponentModel component) {
        if (component.get(ALIAS) == null && component.get(ID) == null) {
            return Optional.empty();
        }
        String id = component.get(ID, NONE);
        return Optional.of(
                new ProjectReference(new ProjectId(FIT.matcher(id).matches() ? id : NONE), component.get(ALIAS, "")));
    }

    public static void set(ComponentModel component, Optional<ProjectReference> project) {
        component.getConfig().remove(ALIAS);
        component.getConfig().remove(ID);
        project.ifPresent(reference -> {
            component.put(ALIAS, reference.alias());
            component.put(ID, reference.id().value());
        });
    }

    /** Whether it says a project and nobody has looked yet which one that is. */
    static boolean isUnbound(ComponentModel component) {
        return component.get(ALIAS) != null && component.get(ID) == null;
    }

    static boolean isNowhere(ComponentModel component) {
        return NONE.equals(component.get(ID));
    }

    /** Binds it to the project that has the alias now, or for ever to none. */
    static void bind(ComponentModel component, Optional<ProjectId> project) {
        component.put(ID, project.map(ProjectId::value).orElse(NONE));
    }

    /** How Keycloak is told of it. */
    public static List<ProviderConfigProperty> properties() {
        return List.of(property(ALIAS), property(ID));
    }

    private static ProviderConfigProperty property(String name) {
        return new ProviderConfigProperty(name, name, "", ProviderConfigProperty.STRING_TYPE, null);
    }
}

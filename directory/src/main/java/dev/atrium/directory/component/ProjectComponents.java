package dev.atrium.directory.component;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.directory.project.OrganizationLookup;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel.OrganizationRemovedEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Has components of one type belong to projects that are there: they go with their project, and those that come by the
 * alias alone, from an earlier version or with a realm file, are bound once to the project that has it then.
 *
 * <p>One that finds none is nobody's for ever, so that no later project with the alias inherits it and its secret.
 */
public final class ProjectComponents implements ProviderEventListener {
    private static final Logger LOG = Logger.getLogger(ProjectComponents.class);

    private final Class<? extends Provider> type;
    private final Consumer<ComponentModel> switchOff;

    /**
     * Those of this provider type.
     *
     * @param switchOff what is done to one whose project is not there
     */
    public ProjectComponents(Class<? extends Provider> type, Consumer<ComponentModel> switchOff) {
        this.type = type;
        this.switchOff = switchOff;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof OrganizationRemovedEvent removed) {
            removed(removed);
        } else if (event instanceof RealmPostCreateEvent created) {
            KeycloakSession session = created.getKeycloakSession();
            bind(session, created.getCreatedRealm(), component -> !isBound(session, component));
        } else if (event instanceof PostMigrationEvent migrated) {
            KeycloakModelUtils.runJobInTransaction(migrated.getFactory(), this::bindEarlier);
        }
    }

    /** A realm that goes takes its components with it. */
    private void removed(OrganizationRemovedEvent removed) {
        RealmModel realm = removed.getKeycloakSession().getContext().getRealm();
        if (removed.getKeycloakSession().realms().getRealm(realm.getId()) != null) {
            ProjectId project = new ProjectId(removed.getOrganization().getId());
            of(realm, component -> idOf(component).equals(Optional.of(project))).forEach(realm::removeComponent);
        }
    }

    private void bindEarlier(KeycloakSession session) {
        List<RealmModel> realms =
                session.realms().getRealmsWithProviderTypeStream(type).toList();
        realms.forEach(realm -> bind(session, realm, ComponentProject::isUnbound));
    }

    /** Keycloak finds organizations of the realm in context only. */
    private void bind(KeycloakSession session, RealmModel realm, Predicate<ComponentModel> which) {
        if (session.getProvider(OrganizationProvider.class) == null) {
            return; // the feature is off, and nobody can tell
        }
        RealmModel before = session.getContext().getRealm();
        session.getContext().setRealm(realm);
        try {
            of(realm, which).forEach(cached -> {
                ComponentModel component = new ComponentModel(cached);
                bind(session, component);
                realm.updateComponent(component);
            });
        } finally {
            session.getContext().setRealm(before);
        }
    }

    private void bind(KeycloakSession session, ComponentModel component) {
        Optional<ProjectId> project = ComponentProject.of(component)
                .map(ProjectReference::alias)
                .flatMap(OrganizationLookup.evenWhereOff(session)::byAlias)
                .map(organization -> new ProjectId(organization.getId()));
        ComponentProject.bind(component, project);
        if (project.isEmpty()) {
            switchOff.accept(component);
            LOG.warnf("The project of '%s' (%s) does not exist, so it was switched off", component.getName(), type);
        }
    }

    private static boolean isBound(KeycloakSession session, ComponentModel component) {
        return idOf(component)
                .map(id -> ComponentProject.isNowhere(component) || isThere(session, id))
                .orElse(true);
    }

    private static boolean isThere(KeycloakSession session, ProjectId id) {
        return OrganizationLookup.evenWhereOff(session).byId(id).isPresent();
    }

    private static Optional<ProjectId> idOf(ComponentModel component) {
        return ComponentProject.of(component).map(ProjectReference::id);
    }

    private List<ComponentModel> of(RealmModel realm, Predicate<ComponentModel> which) {
        return realm.getComponentsStream(realm.getId(), type.getName())
                .filter(which)
                .toList();
    }
}

package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.membership.ProjectReference;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** The projects of the realm in context that events name by their id or by their alias. */
record EventProjects(KeycloakSession session) {
    Optional<ProjectReference> withId(ProjectId id) {
        return organizations()
                .flatMap(all -> Optional.ofNullable(all.getById(id.value())))
                .map(EventProjects::reference);
    }

    /** Asks the database, so it is for events that somebody wants to be told of. */
    Optional<ProjectReference> withAlias(String alias) {
        return organizations()
                .flatMap(all -> Optional.ofNullable(all.getByAlias(alias)))
                .map(EventProjects::reference);
    }

    private Optional<OrganizationProvider> organizations() {
        return Optional.ofNullable(session.getProvider(OrganizationProvider.class));
    }

    private static ProjectReference reference(OrganizationModel organization) {
        return new ProjectReference(new ProjectId(organization.getId()), organization.getAlias());
    }
}

package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.directory.project.OrganizationLookup;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;

/** The projects of the realm in context that events name by their id or by their alias. */
record EventProjects(KeycloakSession session) {
    Optional<ProjectReference> withId(ProjectId id) {
        return OrganizationLookup.evenWhereOff(session).byId(id).map(EventProjects::reference);
    }

    /** Asks the database, so it is for events that somebody wants to be told of. */
    Optional<ProjectReference> withAlias(String alias) {
        return OrganizationLookup.evenWhereOff(session).byAlias(alias).map(EventProjects::reference);
    }

    private static ProjectReference reference(OrganizationModel organization) {
        return new ProjectReference(new ProjectId(organization.getId()), organization.getAlias());
    }
}

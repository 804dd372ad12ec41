package dev.atrium.rest.request;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.directory.project.OrganizationLookup;
import dev.atrium.http.error.Refused;
import org.keycloak.models.KeycloakSession;

/** Finds a project by its alias or its id. */
public final class ProjectLookup {
    private static final String FIELD = "project";

    private final KeycloakSession session;

    public ProjectLookup(KeycloakSession session) {
        this.session = session;
    }

    /** Which project is meant; refuses what is none. */
    public ProjectReference reference(String aliasOrId) {
        return new OrganizationLookup(session)
                .byAliasOrId(aliasOrId)
                .map(project -> new ProjectReference(new ProjectId(project.getId()), project.getAlias()))
                .orElseThrow(() -> Refused.field(FIELD, "There is none with this alias or id in this realm."));
    }
}

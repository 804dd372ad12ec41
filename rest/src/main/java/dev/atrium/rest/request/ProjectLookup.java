package dev.atrium.rest.request;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.membership.ProjectReference;
import dev.atrium.http.error.Refused;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** Finds a project by its alias or its id. */
public final class ProjectLookup {
    private static final String FIELD = "project";

    private final KeycloakSession session;

    public ProjectLookup(KeycloakSession session) {
        this.session = session;
    }

    /** Which project is meant; refuses what is none. */
    public ProjectReference reference(String aliasOrId) {
        return find(aliasOrId)
                .map(project -> new ProjectReference(new ProjectId(project.getId()), project.getAlias()))
                .orElseThrow(() -> Refused.field(FIELD, "There is none with this alias or id in this realm."));
    }

    private Optional<OrganizationModel> find(String aliasOrId) {
        return Optional.ofNullable(session.getProvider(OrganizationProvider.class))
                .filter(OrganizationProvider::isEnabled)
                .flatMap(all -> Optional.ofNullable(all.getByAlias(aliasOrId)).or(() -> byId(all, aliasOrId)));
    }

    private static Optional<OrganizationModel> byId(OrganizationProvider all, String id) {
        try {
            return Optional.ofNullable(all.getById(id));
        } catch (ModelException inAnotherRealm) { // that is how Keycloak says so
            return Optional.empty();
        }
    }
}

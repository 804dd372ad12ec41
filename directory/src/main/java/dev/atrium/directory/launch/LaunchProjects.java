package dev.atrium.directory.launch;

import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.project.OrganizationLookup;
import dev.atrium.directory.project.Project;
import dev.atrium.directory.project.Projects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/** Into which projects an EHR may launch: those that name its client. */
public record LaunchProjects(KeycloakSession session) {
    /** Organization attribute: the client ids of the EHRs that may launch apps into the project. */
    public static final String CLIENTS = "atrium.launch-clients";

    /** The enabled ones on this FHIR server. */
    public Set<ProjectId> of(String ehr, FhirBaseUrl server) {
        Projects projects = new Projects(session);
        return new OrganizationLookup(session)
                .byAttribute(CLIENTS, ehr)
                .flatMap(organization -> projects.find(new ProjectId(organization.getId())).stream())
                .filter(project ->
                        project.fhirBaseUrl().filter(server::isSameAs).isPresent())
                .map(Project::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}

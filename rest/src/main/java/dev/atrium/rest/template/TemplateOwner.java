package dev.atrium.rest.template;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.rest.membership.ReferenceLookup;
import dev.atrium.rest.request.AdminRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.OrganizationModel;

/**
 * Whose mails they are: the realm's, or those of one project.
 *
 * <p>Who may see and manage the realm may do so with both; who may see and manage a project, with the project's.
 */
record TemplateOwner(AdminRequest request, Optional<OrganizationModel> project) {
    static TemplateOwner of(AdminRequest request, Optional<String> aliasOrNameOrId) {
        if (aliasOrNameOrId.isEmpty()) {
            return new TemplateOwner(request, Optional.empty());
        }
        Refused.unless(
                request.auth().realm().canViewRealm() || request.auth().orgs().canQuery(),
                "This needs the right to view the realm or its organizations.");
        Optional<OrganizationModel> project =
                new ReferenceLookup(request.session(), request.realm()).project(aliasOrNameOrId.get());
        return new TemplateOwner(
                request,
                Optional.of(project.orElseThrow(() -> new Refused(
                        Problem.notFound("There is no organization with this alias, name or id in this realm.")))));
    }

    /** Whether it is a project, and this its alias, name or id. */
    boolean isCalled(String aliasOrNameOrId) {
        return project.stream()
                .flatMap(one -> Stream.of(one.getAlias(), one.getName(), one.getId()))
                .anyMatch(aliasOrNameOrId::equals);
    }

    Optional<ProjectId> id() {
        return project.map(organization -> new ProjectId(organization.getId()));
    }

    void requireView() {
        Refused.unless(
                request.auth().realm().canViewRealm()
                        || project.filter(request.auth().orgs()::canView).isPresent(),
                "This needs the right to view the realm, or for a project's mails to view that organization.");
    }

    void requireManage() {
        Refused.unless(
                request.auth().realm().canManageRealm()
                        || project.filter(request.auth().orgs()::canManage).isPresent(),
                "This needs the right to manage the realm, or for a project's mails to manage that organization.");
    }
}

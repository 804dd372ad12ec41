package dev.atrium.rest.membership;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.QueryParameters;
import java.util.Optional;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/** Which memberships a query asks for. */
final class MembershipSearch {
    private final ReferenceLookup directory;
    private final MembershipRights rights;

    MembershipSearch(ReferenceLookup directory, MembershipRights rights) {
        this.directory = directory;
        this.rights = rights;
    }

    /** What the query asks for, when this administrator may see all of that. */
    MembershipFilter filter(QueryParameters query) {
        Optional<UserModel> user = query.line("user").flatMap(directory::user);
        rights.requireView(user);
        require("user", query, user);
        Optional<OrganizationModel> project = query.line("project").flatMap(directory::project);
        require("project", query, project);
        return new MembershipFilter(
                project.map(found -> new ProjectId(found.getId())),
                user.map(found -> new UserId(found.getId())),
                query.line("profile").map(MembershipInput::profile),
                query.flag("active"));
    }

    private static void require(String parameter, QueryParameters query, Optional<?> found) {
        if (found.isEmpty() && query.line(parameter).isPresent()) {
            throw Refused.field(parameter, "There is none with this name or id in this realm.");
        }
    }
}

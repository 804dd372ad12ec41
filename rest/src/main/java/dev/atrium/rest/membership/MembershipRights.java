package dev.atrium.rest.membership;

import dev.atrium.http.error.Refused;
import java.util.Optional;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Who may see and change memberships: whoever Keycloak lets see the user, and whoever it lets change both the user and
 * the organization, as with the members of an organization.
 */
public final class MembershipRights {
    private final AdminPermissionEvaluator auth;

    public MembershipRights(AdminPermissionEvaluator auth) {
        this.auth = auth;
    }

    /** For those who have nothing to do with users nothing is even looked up. */
    public void requireAny() {
        Refused.unless(auth.users().canQuery() || auth.users().canManage(), "This needs the right to view users.");
    }

    /** To see the memberships of this user; of all users, where there is none. */
    public void requireView(Optional<UserModel> user) {
        Refused.unless(
                user.map(auth.users()::canView).orElseGet(auth.users()::canView),
                "This needs the right to view this user, or all users.");
    }

    public void requireManageUser(Optional<UserModel> user) {
        Refused.unless(
                user.map(auth.users()::canManage).orElseGet(auth.users()::canManage),
                "This needs the right to manage this user.");
    }

    public void requireManageProject(Optional<OrganizationModel> project) {
        Refused.unless(
                project.map(auth.orgs()::canManage).orElseGet(auth.orgs()::canManage),
                "This needs the right to manage this organization.");
    }
}

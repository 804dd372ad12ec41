package dev.atrium.rest.setup;

import dev.atrium.http.error.Refused;
import java.util.List;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Who may set a realm up: whoever may do by hand all that it does. */
record SetupRights(AdminPermissionEvaluator auth) {
    void requireSetup() {
        Refused.unless(
                auth.realm().canManageRealm()
                        && auth.realm().canManageIdentityProviders()
                        && auth.clients().canManage()
                        && auth.clients().canManageClientScopes(),
                "This needs the rights to manage the realm, its clients and its identity providers.");
    }

    void requireProjects() {
        Refused.unless(auth.orgs().canManage(), "A project or a member needs the right to manage organizations.");
    }

    /** To take back what a setup may have been given more rights for. */
    void requireUndo(boolean projects, List<UserModel> members) {
        if (projects) {
            requireProjects();
        }
        Refused.unless(
                members.stream().allMatch(auth.users()::canManage),
                "To take back the memberships of the setup needs the right to manage their users.");
    }

    /** Before anybody is looked for: who may not know who there is learns nothing of it. */
    void requireMembers() {
        requireProjects();
        Refused.unless(
                auth.users().canQuery() || auth.users().canManage(),
                "To add a member needs the right to manage their user.");
    }

    void requireMember(UserModel user) {
        Refused.unless(auth.users().canManage(user), "To add this member needs the right to manage their user.");
    }
}

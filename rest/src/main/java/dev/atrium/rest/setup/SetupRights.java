package dev.atrium.rest.setup;

import dev.atrium.http.error.Refused;
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

    void requireMember(UserModel user) {
        Refused.unless(auth.users().canManage(user), "To add this member needs the right to manage their user.");
    }
}

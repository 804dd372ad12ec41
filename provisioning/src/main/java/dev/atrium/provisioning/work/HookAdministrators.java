package dev.atrium.provisioning.work;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.provisioning.mapping.HookValues;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/** Keeps hooks from those who run a realm or a project: an event of another system must leave nobody locked out of it. */
final class HookAdministrators {
    private static final String REALM_CLIENT = "-realm"; // of which the master realm has one for each realm

    private final KeycloakSession session;
    private final RealmModel realm;

    HookAdministrators(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Refuses an account that has a role over a realm, by whatever group or composite role. */
    void requireNone(HookValues values, UserModel user) {
        if (RoleUtils.getDeepUserRoleMappings(user).stream().anyMatch(this::isAdministrative)) {
            throw values.conflict(
                    "account_out_of_reach", "The account has administrative roles; hooks do not change such accounts.");
        }
    }

    /** Refuses to end the membership of a project's last administrator whose account is enabled. */
    void requireAnother(HookValues values, MembershipStore store, Membership ending) {
        boolean another = store.lockAdministrators(ending.project()).stream()
                .filter(administrator -> !administrator.id().equals(ending.id()))
                .anyMatch(administrator -> isEnabled(administrator.user()));
        if (!another) {
            throw values.conflict(
                    "last_administrator",
                    "The membership belongs to the project's last administrator; make someone else an administrator first.");
        }
    }

    private boolean isEnabled(UserId id) {
        return Optional.ofNullable(session.users().getUserById(realm, id.value()))
                .filter(UserModel::isEnabled)
                .isPresent();
    }

    private boolean isAdministrative(RoleModel role) {
        boolean master = realm.getName().equals(Config.getAdminRealm());
        if (role.getContainer() instanceof ClientModel client) {
            return client.getClientId().equals(Constants.REALM_MANAGEMENT_CLIENT_ID)
                    || (master && client.getClientId().endsWith(REALM_CLIENT));
        }
        return master && AdminRoles.ALL_ROLES.contains(role.getName());
    }
}

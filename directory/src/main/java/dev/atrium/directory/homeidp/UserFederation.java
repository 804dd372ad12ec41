package dev.atrium.directory.homeidp;

import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** Directories whose people Keycloak knows by user federation: they know whose accounts are whose, and keep the passwords. */
public final class UserFederation {
    private UserFederation() {}

    /** Whether this account is a directory's, not Keycloak's own. */
    public static boolean keeps(UserModel user) {
        return user.getFederationLink() != null || !StorageId.isLocalStorage(user.getId());
    }
}

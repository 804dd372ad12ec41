package dev.atrium.support.project;

import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** A directory whose people Keycloak knows by user federation: it knows whose accounts are whose, and keeps their passwords. */
public final class Directory {
    private Directory() {}

    /** Whether this account is a directory's, not Keycloak's own. */
    public static boolean has(UserModel user) {
        return user.getFederationLink() != null || !StorageId.isLocalStorage(user.getId());
    }
}

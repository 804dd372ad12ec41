package dev.atrium.rest.membership;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.project.OrganizationLookup;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The projects and people of one realm, by id and by name. */
public final class ReferenceLookup {
    private static final String FEDERATED = "f:";
    private static final String USER_STORAGE = "org.keycloak.storage.UserStorageProvider";

    private final KeycloakSession session;
    private final RealmModel realm;

    public ReferenceLookup(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** By id, else by alias, else by the name that people see. */
    public Optional<OrganizationModel> project(String aliasOrNameOrId) {
        return new OrganizationLookup(session).byIdOrAliasOrName(aliasOrNameOrId);
    }

    public Optional<OrganizationModel> project(ProjectId id) {
        return new OrganizationLookup(session).byId(id);
    }

    /** By id, else by user name or proved e-mail address; nobody where these two mean two people. */
    public Optional<UserModel> user(String nameOrEmailOrId) {
        Optional<UserModel> identified = isUserId(nameOrEmailOrId)
                ? Optional.ofNullable(session.users().getUserById(realm, nameOrEmailOrId))
                : Optional.empty();
        return identified.or(() -> userNamed(nameOrEmailOrId));
    }

    private Optional<UserModel> userNamed(String nameOrEmail) {
        Optional<UserModel> named = Optional.ofNullable(session.users().getUserByUsername(realm, nameOrEmail));
        Optional<UserModel> addressed = userWithAddress(nameOrEmail);
        boolean two = named.isPresent()
                && addressed
                        .filter(other -> !other.getId().equals(named.get().getId()))
                        .isPresent();
        // anybody can have an account with somebody else's address until it is proved
        return two ? Optional.empty() : named.or(() -> addressed.filter(UserModel::isEmailVerified));
    }

    private Optional<UserModel> userWithAddress(String email) {
        return email.contains("@") && !realm.isDuplicateEmailsAllowed()
                ? Optional.ofNullable(session.users().getUserByEmail(realm, email))
                : Optional.empty();
    }

    public Optional<UserModel> user(UserId id) {
        return isUserId(id.value())
                ? Optional.ofNullable(session.users().getUserById(realm, id.value()))
                : Optional.empty();
    }

    /** Keycloak fails on an id that begins like one of a federated user and is none. */
    private boolean isUserId(String text) {
        if (!text.startsWith(FEDERATED)) {
            return true;
        }
        int end = text.indexOf(':', FEDERATED.length());
        return end > 0
                && Optional.ofNullable(realm.getComponent(text.substring(FEDERATED.length(), end)))
                        .filter(component -> USER_STORAGE.equals(component.getProviderType()))
                        .isPresent();
    }
}

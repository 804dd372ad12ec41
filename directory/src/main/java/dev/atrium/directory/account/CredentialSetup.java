package dev.atrium.directory.account;

import java.util.Optional;
import java.util.Set;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/** The required actions by which somebody who has no way to sign in gets one. */
public final class CredentialSetup {
    private static final Set<String> ACTIONS =
            Set.of(UserModel.RequiredAction.UPDATE_PASSWORD.name(), "webauthn-register-passwordless");

    private CredentialSetup() {}

    /** The one that they are asked for: the first that is enabled in the realm's list of required actions. */
    public static Optional<String> of(RealmModel realm) {
        return realm.getRequiredActionProvidersStream()
                .filter(RequiredActionProviderModel::isEnabled)
                .map(RequiredActionProviderModel::getAlias)
                .filter(ACTIONS::contains)
                .findFirst();
    }

    public static boolean is(String action) {
        return ACTIONS.contains(action);
    }
}

package dev.atrium.directory.homeidp;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Whether somebody can sign in as things are: by a password, a passkey, or an identity provider. */
public final class UsableCredentials {
    private final KeycloakSession session;
    private final RealmModel realm;

    public UsableCredentials(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public boolean has(UserModel user) {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)
                || user.credentialManager().isConfiguredFor(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                || session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .findAny()
                        .isPresent()
                || isSentElsewhere(user);
    }

    /** People of a domain that an identity provider speaks for are sent there, linked already or not. */
    private boolean isSentElsewhere(UserModel user) {
        return HomeIdpBinding.of(session, user).provider().isPresent();
    }
}

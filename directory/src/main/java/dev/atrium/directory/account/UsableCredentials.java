package dev.atrium.directory.account;

import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.login.LoginCheck;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Whether somebody can sign in as things are: by a password, a passkey, a code in a mail, or an identity provider. */
public final class UsableCredentials {
    private final KeycloakSession session;
    private final RealmModel realm;

    public UsableCredentials(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public boolean has(UserModel user) {
        LoginCheck check = LoginCheck.of(session, user);
        return isSetUp(check, user, Own.PASSWORD, PasswordCredentialModel.TYPE)
                || isSetUp(check, user, Own.PASSKEY, WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                || isSentElsewhere(check, user);
    }

    private static boolean isSetUp(LoginCheck check, UserModel user, Own method, String credential) {
        return check.admits(method) && user.credentialManager().isConfiguredFor(credential);
    }

    /** To the provider that speaks for them, linked already or not, or to their mailbox. */
    private boolean isSentElsewhere(LoginCheck check, UserModel user) {
        if (check.isRestricted()) {
            return check.allowed().providers().findAny().isPresent()
                    || check.allowed().allows(Own.EMAIL_CODE);
        }
        return session.users()
                .getFederatedIdentitiesStream(realm, user)
                .findAny()
                .isPresent();
    }
}

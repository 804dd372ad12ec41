package dev.atrium.invitations.page;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** Who is signed in to the realm in this browser, if anybody is. */
record SignedIn(KeycloakSession session, Optional<UserSessionModel> browser) {
    static SignedIn in(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return new SignedIn(
                session,
                Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(session, realm, true))
                        .map(AuthResult::session));
    }

    Optional<UserModel> user() {
        return browser.map(UserSessionModel::getUser);
    }

    /** Signs the person out, of the apps too. */
    void end() {
        browser.ifPresent(found -> {
            AuthenticationManager.backchannelLogout(session, found, true);
            AuthenticationManager.expireIdentityCookie(session);
            AuthenticationManager.expireAuthSessionCookie(session);
        });
    }
}

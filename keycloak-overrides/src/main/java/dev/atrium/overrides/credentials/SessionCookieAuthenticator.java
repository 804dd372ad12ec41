package dev.atrium.overrides.credentials;

import dev.atrium.directory.login.SessionCheck;
import dev.atrium.support.note.KeycloakNotes;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.Constants;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's step that lets in whoever is signed in already, unless they came by a method that is no longer theirs: they
 * sign in again, by the right one.
 */
final class SessionCookieAuthenticator extends CookieAuthenticator {
    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        AuthResult signedIn =
                AuthenticationManager.authenticateIdentityCookie(flow.getSession(), flow.getRealm(), true);
        if (signedIn != null && new SessionCheck(flow.getSession(), signedIn.session()).isRefused()) {
            askAgain(flow, signedIn);
        } else {
            super.authenticate(flow);
        }
    }

    /** As Keycloak does where an app wants it. */
    private static void askAgain(AuthenticationFlowContext flow, AuthResult signedIn) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        flow.setUser(signedIn.user());
        new AcrStore(flow.getSession(), authSession).setLevelAuthenticatedToCurrentRequest(Constants.NO_LOA);
        KeycloakNotes.SIGN_IN_AGAIN.put(authSession, true);
        flow.setForwardedInfoMessage("atrium.refused.session");
        flow.attempted();
    }
}

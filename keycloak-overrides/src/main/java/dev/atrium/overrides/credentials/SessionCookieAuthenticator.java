package dev.atrium.overrides.credentials;

import dev.atrium.directory.login.SessionCheck;
import dev.atrium.directory.project.PersonName;
import dev.atrium.support.note.KeycloakNotes;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Keycloak's step that lets in whoever is signed in already, unless they came by a method that is no longer theirs: they
 * sign in again, by the right one. Where the app has the person choose an account (OpenID Connect Core 3.1.2.1,
 * {@code prompt=select_account}) it asks first.
 */
final class SessionCookieAuthenticator extends CookieAuthenticator {
    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        AuthResult signedIn =
                AuthenticationManager.authenticateIdentityCookie(flow.getSession(), flow.getRealm(), true);
        if (signedIn != null && new SessionCheck(flow.getSession(), signedIn.session()).isRefused()) {
            askAgain(flow, signedIn);
        } else if (signedIn != null && isToChoose(flow.getAuthenticationSession())) {
            askWho(flow, signedIn);
        } else {
            super.authenticate(flow);
        }
    }

    /** The person goes on as who they are. Another account begins the sign-in anew, without the session. */
    @Override
    public void action(AuthenticationFlowContext flow) {
        super.authenticate(flow);
    }

    private static boolean isToChoose(AuthenticationSessionModel authSession) {
        return KeycloakNotes.PROMPT
                .in(authSession)
                .filter(prompt -> TokenUtil.hasPrompt(prompt, OIDCLoginProtocol.PROMPT_VALUE_SELECT_ACCOUNT))
                .isPresent();
    }

    private static void askWho(AuthenticationFlowContext flow, AuthResult signedIn) {
        // Only the session of this sign-in ends where it begins anew; next to any other, another person may sign in as
        // it is.
        if (flow.getAuthenticationSession()
                .getParentSession()
                .getId()
                .equals(signedIn.session().getId())) {
            flow.challenge(flow.form()
                    .setAttribute("account", PersonName.of(signedIn.user()))
                    .createForm("atrium-account.ftl"));
        } else {
            flow.attempted();
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

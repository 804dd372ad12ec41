package dev.atrium.authenticators.credentials;

import dev.atrium.authenticators.domain.AnotherWay;
import dev.atrium.authenticators.domain.PasskeyOwner;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.login.UsedMethods;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.WebAuthnPasswordlessAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.StringUtil;

/**
 * Asks for a passkey after the domain stage has asked for the name.
 *
 * <p>The page is the same whoever has the name, or nobody: no account is looked up, the browser is asked for any passkey
 * that it has for this realm, and only then it is seen whose it is.
 */
final class PasskeyAuthenticator extends WebAuthnPasswordlessAuthenticator {
    PasskeyAuthenticator(KeycloakSession session) {
        super(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext flow) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        if (hasUsedPasskey(authSession)) {
            flow.success();
            return;
        }
        KeycloakNotes.USERNAME_HIDDEN.put(
                authSession, KeycloakNotes.ATTEMPTED_USERNAME.in(authSession).isPresent());
        show(flow);
    }

    @Override
    public void action(AuthenticationFlowContext flow) {
        MultivaluedMap<String, String> posted = flow.getHttpRequest().getDecodedFormParameters();
        if (AnotherWay.isAskedFor(flow)) {
            AnotherWay.take(flow);
        } else if (isAnswer(posted)) {
            super.action(flow);
            PasskeyOwner.check(flow, KeycloakNotes.ATTEMPTED_USERNAME.in(flow.getAuthenticationSession()));
        } else {
            show(flow);
        }
    }

    /** The page again, with what went wrong: Keycloak's error page has no way to another method. */
    @Override
    protected Response createErrorResponse(AuthenticationFlowContext flow, String errorCase) {
        fillContextForm(flow);
        return page(flow.form().setError("atrium.method.passkey.failed"), flow);
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    private void show(AuthenticationFlowContext flow) {
        if (fillContextForm(flow) == null) { // somebody who is signed in has none, and nothing else is allowed
            flow.failure(
                    AuthenticationFlowError.CREDENTIAL_SETUP_REQUIRED,
                    flow.form().setError("atrium.method.none").createErrorPage(Response.Status.FORBIDDEN));
        } else {
            flow.challenge(page(flow.form(), flow));
        }
    }

    private static Response page(LoginFormsProvider form, AuthenticationFlowContext flow) {
        return AnotherWay.on(form, flow).createForm("atrium-passkey.ftl");
    }

    /** On the page before. */
    private static boolean hasUsedPasskey(AuthenticationSessionModel authSession) {
        return UsedMethods.of(authSession).own().filter(Own.PASSKEY::equals).isPresent();
    }

    /** With a name beside it Keycloak would look that up first, and say whether there is such an account. */
    private static boolean isAnswer(MultivaluedMap<String, String> posted) {
        return posted.containsKey(WebAuthnConstants.USER_HANDLE)
                && StringUtil.isBlank(posted.getFirst(AuthenticationManager.FORM_USERNAME))
                && !posted.containsKey("cancel");
    }
}

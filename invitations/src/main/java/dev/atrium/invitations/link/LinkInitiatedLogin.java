package dev.atrium.invitations.link;

import dev.atrium.directory.account.CredentialSetup;
import dev.atrium.directory.project.ShownProject;
import dev.atrium.support.note.ClientNote;
import dev.atrium.support.note.FlowNote;
import dev.atrium.support.note.KeycloakNotes;
import dev.atrium.support.oauth.RealmIssuer;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SystemClientUtil;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.Action;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * A sign-in that no app asked for: it ends at the {@link Landing}, which sends the browser on to the app. The code it
 * brings there is of no use to anybody; the app asks for one of its own, and then the stages run.
 */
public final class LinkInitiatedLogin {
    private static final ClientNote<Boolean> NOTE =
            new ClientNote<>("atrium.landing", String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    private static final FlowNote<Boolean> FIRST_CREDENTIAL =
            new FlowNote<>("atrium.first-credential", String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    private LinkInitiatedLogin() {}

    /** Begins one in this browser, where it may have begun others. */
    public static AuthenticationSessionModel begin(KeycloakSession session, Landing landing) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = landing.client().orElseGet(() -> SystemClientUtil.getSystemClient(realm));
        AuthenticationSessionModel authSession = root(session, realm).createAuthenticationSession(client);
        String page = landing.page(session).toString();
        authSession.setAction(Action.AUTHENTICATE.name());
        authSession.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        authSession.setRedirectUri(page);
        KeycloakNotes.REDIRECT_URI.put(authSession, page);
        KeycloakNotes.RESPONSE_TYPE.put(authSession, OAuth2Constants.CODE);
        KeycloakNotes.ISSUER.put(authSession, RealmIssuer.of(session));
        // Nobody knows what this is the hash of, so nobody can exchange the code.
        KeycloakNotes.CODE_CHALLENGE.put(
                authSession, SecretGenerator.getInstance().randomString(43));
        KeycloakNotes.CODE_CHALLENGE_METHOD.put(authSession, OAuth2Constants.PKCE_METHOD_S256);
        KeycloakNotes.SCOPE.put(authSession, OAuth2Constants.SCOPE_OPENID);
        NOTE.put(authSession, true);
        landing.project().ifPresent(project -> ShownProject.NOTE.put(authSession, project));
        session.getContext().setAuthenticationSession(authSession);
        session.getContext().setClient(client);
        return authSession;
    }

    /** Whether this is one: it asks for nothing of a project. */
    public static boolean is(AuthenticationSessionModel authSession) {
        return NOTE.in(authSession).orElse(false);
    }

    /** From here on the person, who has no way to sign in yet, chooses one. */
    public static void choosesFirstCredential(AuthenticationSessionModel authSession) {
        FIRST_CREDENTIAL.put(authSession, true);
    }

    /** Whether the person has still to set up that first one, which is the method of this sign-in then. */
    public static boolean isToChooseFirstCredential(AuthenticationSessionModel authSession) {
        return FIRST_CREDENTIAL.in(authSession).orElse(false)
                && authSession.getAuthenticatedUser().getRequiredActionsStream().anyMatch(CredentialSetup::is);
    }

    /** Whether the credential that was just set is that first one; true once. */
    public static boolean choseFirstCredential(AuthenticationSessionModel authSession) {
        boolean first = FIRST_CREDENTIAL.in(authSession).orElse(false);
        FIRST_CREDENTIAL.remove(authSession);
        return first;
    }

    private static RootAuthenticationSessionModel root(KeycloakSession session, RealmModel realm) {
        AuthenticationSessionManager browsers = new AuthenticationSessionManager(session);
        RootAuthenticationSessionModel current = browsers.getCurrentRootAuthenticationSession(realm);
        if (current != null) {
            return current;
        }
        UserSessionModel signedIn = browsers.getUserSessionFromAuthenticationCookie(realm);
        return signedIn == null
                ? browsers.createAuthenticationSession(realm, true)
                : session.authenticationSessions().createRootAuthenticationSession(realm, signedIn.getId());
    }
}

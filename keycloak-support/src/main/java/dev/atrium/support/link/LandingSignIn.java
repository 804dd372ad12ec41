package dev.atrium.support.link;

import dev.atrium.support.note.ClientNote;
import dev.atrium.support.note.FlowNote;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SystemClientUtil;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.Action;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * A sign-in that no app asked for: it ends at the {@link Landing}, which sends the browser on to the app. The code it
 * brings there is of no use to anybody; the app asks for one of its own, and then the stages run.
 */
public final class LandingSignIn {
    private static final ClientNote<Boolean> NOTE =
            new ClientNote<>("atrium.landing", String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    private static final FlowNote<Boolean> FIRST_CREDENTIAL =
            new FlowNote<>("atrium.first-credential", String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    private LandingSignIn() {}

    /** Begins one in this browser, where it may have begun others. */
    public static AuthenticationSessionModel begin(KeycloakSession session, Landing landing) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = landing.client().orElseGet(() -> SystemClientUtil.getSystemClient(realm));
        AuthenticationSessionModel signIn = root(session, realm).createAuthenticationSession(client);
        String page = landing.page(session).toString();
        signIn.setAction(Action.AUTHENTICATE.name());
        signIn.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        signIn.setRedirectUri(page);
        signIn.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, page);
        signIn.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OAuth2Constants.CODE);
        signIn.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        // Nobody knows what this is the hash of, so nobody can exchange the code.
        signIn.setClientNote(
                OIDCLoginProtocol.CODE_CHALLENGE_PARAM,
                SecretGenerator.getInstance().randomString(43));
        signIn.setClientNote(OIDCLoginProtocol.CODE_CHALLENGE_METHOD_PARAM, OAuth2Constants.PKCE_METHOD_S256);
        KeycloakNotes.SCOPE.put(signIn, OAuth2Constants.SCOPE_OPENID);
        NOTE.put(signIn, true);
        session.getContext().setAuthenticationSession(signIn);
        session.getContext().setClient(client);
        return signIn;
    }

    /** Whether this is one: it asks for nothing of a project. */
    public static boolean is(AuthenticationSessionModel signIn) {
        return NOTE.in(signIn).orElse(false);
    }

    /** From here on the person, who has no way to sign in yet, chooses one. */
    public static void choosesFirstCredential(AuthenticationSessionModel signIn) {
        FIRST_CREDENTIAL.put(signIn, true);
    }

    /** Whether the credential that was just set is that first one; true once. */
    public static boolean choseFirstCredential(AuthenticationSessionModel signIn) {
        boolean first = FIRST_CREDENTIAL.in(signIn).orElse(false);
        FIRST_CREDENTIAL.remove(signIn);
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

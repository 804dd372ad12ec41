package dev.atrium.authenticators.stage;

import java.util.Optional;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** What the browser of a request is signed in with. */
public final class BrowserSession {
    private BrowserSession() {}

    /**
     * The session of this person. Only the cookie tells: the sign-in has the session's id until a link in a mail, say,
     * begins another in the same browser.
     */
    public static Optional<UserSessionModel> of(KeycloakSession session, UserModel user) {
        return Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(
                        session, session.getContext().getRealm(), true))
                .filter(browser -> browser.user().getId().equals(user.getId()))
                .map(AuthResult::session);
    }

    /** Whether an administrator is signed in as this person (Keycloak: <em>Impersonate</em>). */
    public static boolean isImpersonated(KeycloakSession session, UserModel user) {
        return of(session, user)
                .map(signedIn -> signedIn.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()))
                .isPresent();
    }
}

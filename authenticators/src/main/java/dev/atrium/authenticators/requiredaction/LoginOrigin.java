package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.directory.login.LoginCheck;
import dev.atrium.directory.login.SessionCheck;
import dev.atrium.directory.login.UsedMethods;
import dev.atrium.invitations.link.LinkInitiatedLogin;
import dev.atrium.support.note.FlowNote;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How a person came in: by this sign-in, or else by the one that their browser's session began with. No link in a mail, no
 * registration and no other method stands in for one that is theirs.
 */
record LoginOrigin(KeycloakSession session, AuthenticationSessionModel authSession, UserModel user) {
    private static final FlowNote<String> BROUGHT = new FlowNote<>("atrium.brought", id -> id, Optional::of);

    /**
     * The way as it is by now. It remembers whom a provider has brought, as soon as it has: Keycloak notes the provider
     * alone, and while another is being linked a sign-in can go on as somebody else. Both notes go when it starts over.
     */
    static LoginOrigin of(RequiredActionContext context) {
        LoginOrigin way = new LoginOrigin(context.getSession(), context.getAuthenticationSession(), context.getUser());
        if (KeycloakNotes.bringer(way.authSession).isPresent()
                && BROUGHT.in(way.authSession).isEmpty()) {
            BROUGHT.put(way.authSession, way.user.getId());
        }
        way.ofThisSignIn().keepIn(way.authSession, way.user);
        return way;
    }

    /** What signs nobody in is no way in, and who is about to set up their first credential comes by that one. */
    boolean isRefused() {
        return !KeycloakNotes.NO_SIGN_IN.in(authSession).orElse(false)
                && !LinkInitiatedLogin.isToChooseFirstCredential(authSession)
                && !isAdmitted();
    }

    private boolean isAdmitted() {
        UsedMethods used = ofThisSignIn();
        if (used.own().isPresent() || used.provider().isPresent()) {
            return LoginCheck.of(session, user).admits(used);
        }
        return BrowserSession.of(session, user)
                .map(signedIn -> !new SessionCheck(session, signedIn).isRefused())
                .orElseGet(() -> LoginCheck.of(session, user).admits(used));
    }

    private UsedMethods ofThisSignIn() {
        UsedMethods used = UsedMethods.of(authSession);
        return isBrought() ? used : used.withoutProvider();
    }

    /** Whether the provider has just brought this very person, who is linked to it. */
    private boolean isBrought() {
        return BROUGHT.in(authSession).filter(user.getId()::equals).isPresent()
                && KeycloakNotes.bringer(authSession)
                        .filter(alias ->
                                session.users().getFederatedIdentity(authSession.getRealm(), user, alias) != null)
                        .isPresent();
    }
}

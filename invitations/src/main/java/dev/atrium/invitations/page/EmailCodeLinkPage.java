package dev.atrium.invitations.page;

import dev.atrium.invitations.emailcode.CodeLink;
import dev.atrium.invitations.emailcode.CodeMarks;
import dev.atrium.support.time.KeycloakClock;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * The link beside a code: in the browser that asked for it, its button stands for typing the code; in any other there is
 * nothing but the code, to be typed where it was asked for.
 */
final class EmailCodeLinkPage implements LinkTarget {
    private final KeycloakSession session;
    private final CodeLink link;
    private final CodeMarks marks;

    EmailCodeLinkPage(KeycloakSession session, CodeLink link) {
        this.session = session;
        this.link = link;
        this.marks = new CodeMarks(session, link.id());
    }

    @Override
    public LinkPage page() {
        if (marks.isUsed()) {
            return LinkPage.problem("atrium.code.link.used", "");
        }
        if (marks.isSpent() || link.expires().compareTo(KeycloakClock.INSTANCE.instant()) <= 0) {
            return LinkPage.problem("atrium.code.link.expired", "");
        }
        return signIn().isPresent() ? button() : code();
    }

    @Override
    public Response act() {
        marks.confirm();
        return LoginContinuation.to(session, signIn().orElseThrow());
    }

    /** Nobody else than whoever is signed in: the link is for this browser, whoever used it before. */
    @Override
    public Optional<UserModel> user() {
        return SignedIn.in(session).user();
    }

    @Override
    public String address() {
        return link.mailedTo().value();
    }

    private LinkPage button() {
        return LinkPage.of(PageLine.of("atrium.code.link.title"), PageLine.of("atrium.code.link.text", address()))
                .button("continue", PageLine.of("atrium.code.link.button"));
    }

    private LinkPage code() {
        return LinkPage.of(
                        PageLine.of("atrium.code.link.elsewhere.title"), PageLine.of("atrium.code.link.elsewhere.text"))
                .line(PageLine.of("atrium.code.link.elsewhere.warning"))
                .words(link.code().digits());
    }

    /** The sign-in that the code was asked for in, if this is its browser. */
    private Optional<AuthenticationSessionModel> signIn() {
        AuthenticationSessionCompoundId asked = link.signIn();
        RealmModel realm = session.getContext().getRealm();
        RootAuthenticationSessionModel browsers =
                new AuthenticationSessionManager(session).getCurrentRootAuthenticationSession(realm);
        return Optional.ofNullable(browsers)
                .filter(root -> root.getId().equals(asked.getRootSessionId()))
                .map(root ->
                        root.getAuthenticationSession(realm.getClientById(asked.getClientUUID()), asked.getTabId()));
    }
}

package dev.atrium.invitations.page;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.LoginName;
import dev.atrium.directory.account.CredentialSetup;
import dev.atrium.directory.login.LoginPolicy;
import dev.atrium.invitations.link.Landing;
import dev.atrium.invitations.link.LinkInitiatedLogin;
import dev.atrium.invitations.service.InvitationVisit;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Hands over to Keycloak, which asks for what is missing and signs the person in; the landing comes last. */
final class LoginContinuation {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Landing landing;

    LoginContinuation(KeycloakSession session, Landing landing) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.landing = landing;
    }

    /** A person who has no way to sign in yet, and whom the link speaks for. */
    Response asKnown(UserModel user) {
        AuthenticationSessionModel authSession = LinkInitiatedLogin.begin(session, landing);
        authSession.setAuthenticatedUser(user);
        CredentialSetup.of(session, user).ifPresent(user::addRequiredAction);
        LinkInitiatedLogin.choosesFirstCredential(authSession);
        EventBuilder event = event(EventType.LOGIN)
                .client(authSession.getClient())
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.REDIRECT_URI, authSession.getRedirectUri());
        var request = session.getContext().getHttpRequest();
        String next = AuthenticationManager.nextRequiredAction(session, authSession, request, event);
        var here = session.getContext().getUri();
        return next == null
                ? AuthenticationManager.nextActionAfterAuthentication(
                        session, authSession, session.getContext().getConnection(), request, here, event)
                : AuthenticationManager.redirectToRequiredActions(session, realm, authSession, here, next);
    }

    /** Somebody who has to prove first that they are whom this invitation is for. */
    Response toSignIn(InvitationVisit visit, EmailAddress email) {
        AuthenticationSessionModel authSession = LinkInitiatedLogin.begin(session, landing);
        InvitationVisit.NOTE.put(authSession, visit);
        KeycloakNotes.LOGIN_HINT.put(authSession, email.value());
        allowed(session, email).onlyProvider().ifPresent(alias -> KeycloakNotes.PROVIDER_HINT.put(authSession, alias));
        return to(session, authSession);
    }

    /** By which methods whoever has this address signs in to the realm. */
    static AllowedMethods allowed(KeycloakSession session, EmailAddress email) {
        return LoginPolicy.of(session, Optional.empty()).ofName(LoginName.ofAddress(email.value()));
    }

    /** To where a sign-in stands. */
    static Response to(KeycloakSession session, AuthenticationSessionModel authSession) {
        return Response.seeOther(LoginActionsService.loginActionsBaseUrl(
                                session.getContext().getUri())
                        .path(LoginActionsService.AUTHENTICATE_PATH)
                        .queryParam(Constants.CLIENT_ID, authSession.getClient().getClientId())
                        .queryParam(Constants.TAB_ID, authSession.getTabId())
                        .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(session, authSession))
                        .build(authSession.getRealm().getName()))
                .build();
    }

    /** Where a person asks for a mail with a new link. */
    static URI newLink(KeycloakSession session, Landing landing) {
        UriBuilder page =
                Urls.loginResetCredentialsBuilder(session.getContext().getUri().getBaseUri());
        landing.client().ifPresent(client -> page.queryParam(Constants.CLIENT_ID, client.getClientId()));
        return page.build(session.getContext().getRealm().getName());
    }

    EventBuilder event(EventType type) {
        return new EventBuilder(realm, session, session.getContext().getConnection()).event(type);
    }
}

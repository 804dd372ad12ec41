package dev.atrium.rest.link;

import dev.atrium.core.project.EmailAddress;
import dev.atrium.support.invitation.InvitationVisit;
import dev.atrium.support.link.CredentialSetup;
import dev.atrium.support.link.Landing;
import dev.atrium.support.link.LandingSignIn;
import dev.atrium.support.note.KeycloakNotes;
import dev.atrium.support.project.HomeProvider;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
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
final class Onward {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Landing landing;

    Onward(KeycloakSession session, Landing landing) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.landing = landing;
    }

    /** A person who has no way to sign in yet, and whom the link speaks for. */
    Response asKnown(UserModel user) {
        AuthenticationSessionModel signIn = LandingSignIn.begin(session, landing);
        signIn.setAuthenticatedUser(user);
        CredentialSetup.of(realm).ifPresent(user::addRequiredAction);
        LandingSignIn.choosesFirstCredential(signIn);
        EventBuilder event = event(EventType.LOGIN)
                .client(signIn.getClient())
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.REDIRECT_URI, signIn.getRedirectUri());
        var request = session.getContext().getHttpRequest();
        String next = AuthenticationManager.nextRequiredAction(session, signIn, request, event);
        var here = session.getContext().getUri();
        return next == null
                ? AuthenticationManager.nextActionAfterAuthentication(
                        session, signIn, session.getContext().getConnection(), request, here, event)
                : AuthenticationManager.redirectToRequiredActions(session, realm, signIn, here, next);
    }

    /** Somebody who has to prove first that they are whom this invitation is for. */
    Response toSignIn(InvitationVisit visit, EmailAddress email) {
        AuthenticationSessionModel signIn = LandingSignIn.begin(session, landing);
        InvitationVisit.NOTE.put(signIn, visit);
        KeycloakNotes.LOGIN_HINT.put(signIn, email.value());
        HomeProvider.of(session, email).ifPresent(home -> KeycloakNotes.PROVIDER_HINT.put(signIn, home.getAlias()));
        return Response.seeOther(LoginActionsService.loginActionsBaseUrl(
                                session.getContext().getUri())
                        .path(LoginActionsService.AUTHENTICATE_PATH)
                        .queryParam(Constants.CLIENT_ID, signIn.getClient().getClientId())
                        .queryParam(Constants.TAB_ID, signIn.getTabId())
                        .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(session, signIn))
                        .build(realm.getName()))
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

package dev.atrium.authenticators.broker;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Turns away whoever an identity provider brings with an address that it may not vouch for. */
public record EmailRefusal(KeycloakSession session, RealmModel realm, BrokeredIdentityContext identity) {
    private static final String REASON = "The identity provider is not allowed to vouch for this e-mail address";
    private static final String MESSAGE = "atrium.email.foreign";

    /** What is thrown ends the sign-in: nothing that is posted to it afterwards goes on with it. */
    public WebApplicationException end() {
        record();
        AuthenticationSessionModel authSession = identity.getAuthenticationSession();
        if (authSession == null) {
            return new ErrorResponseException(OAuthErrorException.INVALID_TOKEN, REASON, Response.Status.BAD_REQUEST);
        }
        Response page = ErrorPage.error(session, authSession, Response.Status.FORBIDDEN, MESSAGE);
        new AuthenticationSessionManager(session).removeTabIdInAuthenticationSession(realm, authSession);
        return new ErrorPageException(page);
    }

    private void record() {
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.IDENTITY_PROVIDER_LOGIN)
                .detail(Details.IDENTITY_PROVIDER, identity.getIdpConfig().getAlias())
                .detail(Details.IDENTITY_PROVIDER_USERNAME, identity.getUsername())
                .detail(Details.REASON, REASON);
        AuthenticationSessionModel authSession = identity.getAuthenticationSession();
        if (authSession != null) {
            event.client(authSession.getClient())
                    .detail(Details.CODE_ID, authSession.getParentSession().getId());
        }
        event.error(Errors.IDENTITY_PROVIDER_ERROR);
    }
}

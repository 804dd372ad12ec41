package dev.atrium.protocolmappers.grant;

import dev.atrium.core.scope.OAuthError;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;

/**
 * Ends a token request after the token was made; Keycloak then writes no event of its own.
 *
 * @param description what the app is told
 * @param reason what the admin finds in the event
 */
record TokenRefusal(String description, String reason) {
    TokenInterceptorException of(KeycloakSession session, ClientSessionContext grant) {
        AuthenticatedClientSessionModel clientSession = grant.getClientSession();
        new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(type(session, grant))
                .client(clientSession.getClient())
                .user(clientSession.getUserSession().getUser())
                .session(clientSession.getUserSession())
                .detail(Details.REASON, reason)
                .error(OAuthError.INVALID_SCOPE.code());
        return new TokenInterceptorException(OAuthError.INVALID_SCOPE.code(), description);
    }

    /** As the grant has it; a token from the authorization endpoint has no grant. */
    private static EventType type(KeycloakSession session, ClientSessionContext grant) {
        return Optional.ofNullable(grant.getAttribute(Constants.GRANT_TYPE, String.class))
                .map(type -> session.getProvider(OAuth2GrantType.class, type))
                .map(OAuth2GrantType::getEventType)
                .orElse(EventType.LOGIN);
    }
}

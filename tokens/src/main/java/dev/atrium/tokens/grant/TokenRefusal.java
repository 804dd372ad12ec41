package dev.atrium.tokens.grant;

import dev.atrium.core.negotiation.OAuthError;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * Ends a token request after the token was made; Keycloak then writes no event of its own.
 *
 * @param description what the app is told
 * @param reason what the admin finds in the event
 */
public record TokenRefusal(OAuthError error, String description, String reason) {
    public RuntimeException of(KeycloakSession session, ClientSessionContext clientSessionContext) {
        AuthenticatedClientSessionModel clientSession = clientSessionContext.getClientSession();
        new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(type(session, clientSessionContext))
                .client(session.getContext().getClient())
                .user(clientSession.getUserSession().getUser())
                .session(clientSession.getUserSession())
                .detail(Details.REASON, reason)
                .error(error.code());
        return SmartGrantType.of(clientSessionContext).isPresent()
                ? new TokenInterceptorException(error.code(), description)
                : new CorsErrorResponseException(cors(session), error.code(), description, Response.Status.BAD_REQUEST);
    }

    /** As the grant has it; a token from the authorization endpoint has no grant type. */
    private static EventType type(KeycloakSession session, ClientSessionContext clientSessionContext) {
        return Optional.of(SmartGrantType.name(session, clientSessionContext))
                .map(type -> session.getProvider(OAuth2GrantType.class, type))
                .map(OAuth2GrantType::getEventType)
                .orElse(EventType.LOGIN);
    }

    /** Not every grant knows the exception for post processors: UMA takes it for a fault of the server. */
    private static Cors cors(KeycloakSession session) {
        return Cors.builder()
                .auth()
                .allowedMethods("POST")
                .exposedHeaders(Cors.ACCESS_CONTROL_ALLOW_METHODS)
                .checkAllowedOrigins(session, session.getContext().getClient());
    }
}

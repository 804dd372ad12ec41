package dev.atrium.tokens.grant;

import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.directory.login.SessionCheck;
import dev.atrium.directory.login.UsedMethods;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/**
 * That the session a token is for began by a method which is still its person's: whoever signed in before their domain
 * got a rule or an identity provider signs in anew, at the next refresh at the latest.
 */
public record CurrentMethod(KeycloakSession session, ClientSessionContext clientSessionContext) {
    private static final String DESCRIPTION = "The user must sign in again, by a method that is allowed for them";

    /** Ends the request for the token where it is not. */
    public void check() {
        String grantType = SmartGrantType.name(session, clientSessionContext);
        UserSessionModel userSession = clientSessionContext.getClientSession().getUserSession();
        if (isRefused(grantType, new SessionCheck(session, userSession))) {
            throw refusal(grantType, userSession);
        }
        if (grantType.equals(OAuth2Constants.CIBA_GRANT_TYPE)) {
            UsedMethods.noteForeign(userSession); // no rule that comes later takes it for a password
        }
    }

    private RuntimeException refusal(String grantType, UserSessionModel userSession) {
        RuntimeException refusal =
                new TokenRefusal(error(), DESCRIPTION, DESCRIPTION).of(session, clientSessionContext);
        if (grantType.equals(OAuth2Constants.CIBA_GRANT_TYPE)) {
            session.sessions().removeUserSession(session.getContext().getRealm(), userSession); // begun by this request
        }
        return refusal;
    }

    private static boolean isRefused(String grantType, SessionCheck userSession) {
        return switch (grantType) {
            case OAuth2Constants.JWT_AUTHORIZATION_GRANT -> false; // asked when the person was looked up
            case OAuth2Constants.CIBA_GRANT_TYPE -> userSession.isRefusedWithoutMethod();
            default -> userSession.isRefused();
        };
    }

    /** The code or the like is over (RFC 6749, section 5.2), the subject token is (RFC 8693, section 2.2.2). */
    private OAuthError error() {
        return SmartGrantType.TOKEN_EXCHANGE.is(clientSessionContext)
                ? OAuthError.INVALID_REQUEST
                : OAuthError.INVALID_GRANT;
    }
}

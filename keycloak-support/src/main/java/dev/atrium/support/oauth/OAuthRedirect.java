package dev.atrium.support.oauth;

import dev.atrium.core.negotiation.OAuthError;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Sends the browser back to the app with an error (RFC 6749, section 4.1.2.1), and ends the sign-in. */
public final class OAuthRedirect {
    private OAuthRedirect() {}

    /**
     * The answer to the app: encoded, with {@code state} and {@code iss}, in the response mode it asked for. A device
     * that waits is told {@code access_denied}, for it can be told nothing else, and an app of another protocol that the
     * request was denied.
     */
    public static Response refuse(
            KeycloakSession session, AuthenticationSessionModel authSession, OAuthError error, String description) {
        if (DeviceGrantType.isOAuth2DeviceVerificationFlow(authSession)
                || !OIDCLoginProtocol.LOGIN_PROTOCOL.equals(authSession.getProtocol())) {
            return protocol(session, authSession)
                    .sendError(authSession, LoginProtocol.Error.CONSENT_DENIED, description);
        }
        Response answer = answer(session, Callback.of(authSession), error, description);
        new AuthenticationSessionManager(session)
                .removeTabIdInAuthenticationSession(authSession.getRealm(), authSession);
        return answer;
    }

    /** The same answer where no sign-in has begun. */
    public static Response answer(KeycloakSession session, Callback callback, OAuthError error, String description) {
        OIDCRedirectUriBuilder answer = OIDCRedirectUriBuilder.fromUri(
                        callback.redirectUri(), callback.mode(), session, null)
                .addParam(OAuth2Constants.ERROR, error.code())
                .addParam(OAuth2Constants.ERROR_DESCRIPTION, description);
        callback.state().ifPresent(state -> answer.addParam(OAuth2Constants.STATE, state));
        if (!OIDCAdvancedConfigWrapper.fromClientModel(callback.client()).isExcludeIssuerFromAuthResponse()) {
            answer.addParam(OAuth2Constants.ISSUER, RealmIssuer.of(session));
        }
        return answer.build();
    }

    private static LoginProtocol protocol(KeycloakSession session, AuthenticationSessionModel authSession) {
        return session.getProvider(LoginProtocol.class, authSession.getProtocol())
                .setRealm(session.getContext().getRealm())
                .setHttpHeaders(session.getContext().getHttpRequest().getHttpHeaders())
                .setUriInfo(session.getContext().getUri());
    }
}

package dev.atrium.overrides.token;

import dev.atrium.tokens.grant.DeviceRefusal;
import dev.atrium.tokens.grant.DeviceScope;
import dev.atrium.tokens.grant.SmartGrantType;
import dev.atrium.tokens.grant.TokenMembership;
import dev.atrium.tokens.launch.LaunchUse;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.sessions.AuthenticationSessionModel;

/** OpenID Connect as Keycloak speaks it, which says more of what was granted or refused at the end of a sign-in. */
final class SmartLoginProtocol extends OIDCLoginProtocol {
    SmartLoginProtocol(OIDCProviderConfig config) {
        super(config);
    }

    @Override
    public Response authenticated(
            AuthenticationSessionModel authSession,
            UserSessionModel userSession,
            ClientSessionContext clientSessionContext) {
        Optional<Response> refusal = LaunchUse.refusal(session, authSession, userSession.getUser());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        SmartGrantType.implicit(clientSessionContext);
        DeviceScope.settle(session, authSession);
        return super.authenticated(authSession, userSession, clientSessionContext);
    }

    @Override
    public Response sendError(AuthenticationSessionModel authSession, Error error, @Nullable String description) {
        Response answer = super.sendError(authSession, error, description);
        if (description != null) {
            DeviceRefusal.note(session, authSession, description);
        }
        return answer;
    }

    /** Says what was granted, which may be less than was asked for (RFC 6749, section 4.2.2). */
    @Override
    public Response buildRedirectUri(
            OIDCRedirectUriBuilder redirectUri,
            AuthenticationSessionModel authSession,
            UserSessionModel userSession,
            ClientSessionContext clientSessionContext) {
        if (responseType.hasResponseType(OIDCResponseType.TOKEN)
                && TokenMembership.chosen(session, clientSessionContext).isPresent()) {
            redirectUri.addParam(OAuth2Constants.SCOPE, clientSessionContext.getScopeString());
        }
        return super.buildRedirectUri(redirectUri, authSession, userSession, clientSessionContext);
    }
}

package dev.atrium.protocolmappers.grant;

import jakarta.ws.rs.core.Response;
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
            AuthenticationSessionModel signIn, UserSessionModel userSession, ClientSessionContext grant) {
        SmartGrant.implicit(grant);
        DeviceScope.settle(session, signIn);
        return super.authenticated(signIn, userSession, grant);
    }

    @Override
    public Response sendError(AuthenticationSessionModel signIn, Error error, @Nullable String description) {
        Response answer = super.sendError(signIn, error, description);
        if (description != null) {
            DeviceRefusal.note(session, signIn, description);
        }
        return answer;
    }

    /** Says what was granted, which may be less than was asked for (RFC 6749, section 4.2.2). */
    @Override
    public Response buildRedirectUri(
            OIDCRedirectUriBuilder redirectUri,
            AuthenticationSessionModel signIn,
            UserSessionModel userSession,
            ClientSessionContext grant) {
        if (responseType.hasResponseType(OIDCResponseType.TOKEN)
                && TokenMembership.chosen(session, grant).isPresent()) {
            redirectUri.addParam(OAuth2Constants.SCOPE, grant.getScopeString());
        }
        return super.buildRedirectUri(redirectUri, signIn, userSession, grant);
    }
}

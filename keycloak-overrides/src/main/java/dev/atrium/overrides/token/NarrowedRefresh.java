package dev.atrium.overrides.token;

import dev.atrium.tokens.grant.ReturnedRefreshToken;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.protocol.oidc.TokenManager.TokenValidation;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.representations.RefreshToken;

/** One refresh by Keycloak's own code, for a part of what the refresh token stands for. */
final class NarrowedRefresh extends DefaultRefreshTokenProvider {
    private final String narrowed;
    private @Nullable ClientSessionContext clientSessionContext;

    /**
     * A refresh for a scope.
     *
     * @param narrowed the scope of the new access token
     */
    NarrowedRefresh(KeycloakSession session, String narrowed) {
        super(session);
        this.narrowed = narrowed;
    }

    @Override
    public AccessTokenResponseBuilder refreshAccessToken(RefreshTokenContext refresh) throws OAuthErrorException {
        AccessTokenResponseBuilder answer = super.refreshAccessToken(withoutScopeParameter(refresh));
        return clientSessionContext == null || clientSessionContext.equals(answer.getClientSessionCtx())
                ? answer
                : narrow(answer, clientSessionContext, refresh);
    }

    /** The scopes are settled already; here they take the place of all that were granted. */
    @Override
    protected TokenValidation validateToken(
            KeycloakSession session,
            UriInfo uriInfo,
            ClientConnection connection,
            RealmModel realm,
            RefreshToken presented,
            HttpHeaders headers,
            String whole,
            ClientModel client,
            TokenManager tokenManager,
            EventBuilder event)
            throws OAuthErrorException {
        TokenValidation valid = super.validateToken(
                session, uriInfo, connection, realm, presented, headers, narrowed, client, tokenManager, event);
        clientSessionContext = valid.clientSessionCtx;
        return valid;
    }

    /** An offline refresh has Keycloak answer with all that was granted, whatever the access token has. */
    private AccessTokenResponseBuilder narrow(
            AccessTokenResponseBuilder whole, ClientSessionContext narrowedGrant, RefreshTokenContext refresh) {
        RefreshToken presented = refresh.oldRefreshToken();
        AccessTokenResponseBuilder answer = refresh.tokenManager()
                .responseBuilder(
                        refresh.grantContext().getRealm(),
                        refresh.grantContext().getClient(),
                        refresh.grantContext().getEvent(),
                        session,
                        narrowedGrant.getClientSession().getUserSession(),
                        narrowedGrant)
                .offlineToken(whole.isOfflineToken())
                .accessToken(whole.getAccessToken())
                .requestRefreshToken(presented);
        if (whole.getRefreshToken() != null) {
            new ReturnedRefreshToken(whole.getRefreshToken()).handTo(answer);
        }
        return whole.getIdToken() == null ? answer : answer.generateIDToken().generateAccessTokenHash();
    }

    private static RefreshTokenContext withoutScopeParameter(RefreshTokenContext refresh) {
        return new RefreshTokenContext(
                refresh.oldRefreshToken(),
                refresh.grantContext(),
                refresh.grant(),
                refresh.tokenManager(),
                null,
                refresh.resourceParameter());
    }
}

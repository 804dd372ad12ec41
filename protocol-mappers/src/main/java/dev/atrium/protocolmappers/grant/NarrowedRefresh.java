package dev.atrium.protocolmappers.grant;

import dev.atrium.core.scope.ScopeSet;
import dev.atrium.support.membership.HiddenScope;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.util.DefaultClientSessionContext;
import org.keycloak.util.TokenUtil;

/**
 * A refresh for a part of the scopes, by Keycloak's own code.
 *
 * @param whole the scope of the refresh token, which the next one has again
 * @param narrowed the scopes of the new access token
 */
record NarrowedRefresh(RefreshTokenContext request, String whole, ScopeSet narrowed) {
    /** Keycloak's own refresh. */
    interface Refresh {
        AccessTokenResponseBuilder run(RefreshTokenContext request) throws OAuthErrorException;
    }

    AccessTokenResponseBuilder run(Refresh keycloak, KeycloakSession session) throws OAuthErrorException {
        RefreshToken presented = request.oldRefreshToken();
        presented.setScope(scopeWithHidden());
        AccessTokenResponseBuilder answer = keycloak.run(withoutScopeParameter());
        presented.setScope(whole);
        if (isOfflineWithoutSayingSo()) {
            answer = offline(answer, session);
        }
        if (answer.getRefreshToken() != null) {
            answer.getRefreshToken().setScope(whole);
        }
        return answer;
    }

    private String scopeWithHidden() {
        Stream<String> hidden = Arrays.stream(whole.split(" ")).filter(HiddenScope::isHidden);
        return Stream.concat(Stream.of(narrowed.text()), hidden).collect(Collectors.joining(" "));
    }

    private RefreshTokenContext withoutScopeParameter() {
        return new RefreshTokenContext(
                request.oldRefreshToken(),
                request.grantContext(),
                request.grant(),
                request.tokenManager(),
                null,
                request.resourceParameter());
    }

    private boolean isOfflineWithoutSayingSo() {
        return TokenUtil.TOKEN_TYPE_OFFLINE.equals(request.oldRefreshToken().getType())
                && !narrowed.contains(OAuth2Constants.OFFLINE_ACCESS);
    }

    /**
     * The same answer with an offline refresh token: Keycloak takes its kind from the scopes of this refresh, and those
     * do not name {@code offline_access}.
     */
    private AccessTokenResponseBuilder offline(AccessTokenResponseBuilder online, KeycloakSession session) {
        AuthenticatedClientSessionModel clientSession =
                online.getClientSessionCtx().getClientSession();
        AccessTokenResponseBuilder answer = request.tokenManager()
                .responseBuilder(
                        clientSession.getRealm(),
                        clientSession.getClient(),
                        request.grantContext().getEvent(),
                        session,
                        clientSession.getUserSession(),
                        offlineContext(clientSession, session))
                .offlineToken(true)
                .accessToken(online.getAccessToken())
                .requestRefreshToken(request.oldRefreshToken());
        if (online.getRefreshToken() != null) {
            answer.generateRefreshToken();
            keepReuseId(online.getRefreshToken(), answer.getRefreshToken());
        }
        return online.getIdToken() == null ? answer : answer.generateIDToken().generateAccessTokenHash();
    }

    private ClientSessionContext offlineContext(
            AuthenticatedClientSessionModel clientSession, KeycloakSession session) {
        ClientSessionContext context = DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                clientSession, scopeWithHidden(), session);
        context.setAttribute(OAuth2Constants.OFFLINE_ACCESS, true);
        context.setAttribute(Constants.GRANT_TYPE, OAuth2Constants.REFRESH_TOKEN);
        context.setAttribute(
                OIDCLoginProtocol.NONCE_PARAM, request.oldRefreshToken().getNonce());
        return context;
    }

    /** Keycloak recognises a token that is used twice by this id, which goes from each refresh token to the next. */
    private static void keepReuseId(RefreshToken from, RefreshToken to) {
        Object reuseId = from.getOtherClaims().get(Constants.REUSE_ID);
        if (reuseId != null) {
            to.getOtherClaims().put(Constants.REUSE_ID, reuseId);
        }
    }
}

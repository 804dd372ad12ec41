package dev.atrium.overrides.token;

import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.negotiation.GrantedClaims;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.launch.ContextScope;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.directory.membership.ExchangedMembership;
import dev.atrium.directory.membership.MembershipScope;
import dev.atrium.tokens.grant.GrantedScopes;
import dev.atrium.tokens.grant.SmartGrantType;
import dev.atrium.tokens.grant.TokenLaunch;
import dev.atrium.tokens.grant.TokenRefusal;
import dev.atrium.tokens.grant.UnverifiedAccessToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.RefreshToken;
import org.keycloak.util.TokenUtil;

/**
 * A token that is for a membership and, where the app was launched, for one launch context. It says so whatever the
 * mappers are set to: userinfo, introspection and exchange find both by these claims.
 */
record BoundToken(
        KeycloakSession session, SmartGrantType grantType, TokenPostProcessorContext issued, ActiveMembership active) {
    void bind() {
        if (TokenLaunch.isBroken(session, issued.clientSessionCtx(), active)) {
            throw new TokenRefusal(OAuthError.INVALID_GRANT, TokenLaunch.BROKEN, TokenLaunch.BROKEN)
                    .of(session, issued.clientSessionCtx());
        }
        MembershipId id = active.membership().id();
        Optional<LaunchContext> launch =
                TokenLaunch.of(session, issued.clientSessionCtx(), active).filter(context -> isTold());
        issued.accessToken().getOtherClaims().put(UnverifiedAccessToken.MEMBERSHIP_CLAIM, id.value());
        // a mapper may have written it
        issued.accessToken().getOtherClaims().remove(UnverifiedAccessToken.LAUNCH_CLAIM);
        launch.ifPresent(context ->
                issued.accessToken().getOtherClaims().put(UnverifiedAccessToken.LAUNCH_CLAIM, context.toJson()));
        RefreshToken refreshToken = issued.refreshToken();
        if (grantType == SmartGrantType.TOKEN_EXCHANGE && refreshToken != null) {
            bindExchanged(refreshToken, launch);
        }
        dateAnew(refreshToken);
    }

    /**
     * Keycloak dates an offline token as its access token, and only then makes the session for it: where a second ends between the
     * two, it would refuse the token for ever, as older than its session.
     */
    private void dateAnew(@Nullable RefreshToken refreshToken) {
        boolean first = grantType == SmartGrantType.AUTHORIZATION_CODE || grantType == SmartGrantType.DEVICE_CODE;
        if (first && refreshToken != null && TokenUtil.TOKEN_TYPE_OFFLINE.equals(refreshToken.getType())) {
            refreshToken.issuedNow();
        }
    }

    private boolean isTold() {
        return new GrantedClaims(ScopeSet.of(GrantedScopes.of(issued.clientSessionCtx())
                        .map(Scope::parse)
                        .toList()))
                .launchContext();
    }

    private void bindExchanged(RefreshToken refreshToken, Optional<LaunchContext> launch) {
        MembershipId id = active.membership().id();
        ClientModel client = issued.clientSessionCtx().getClientSession().getClient();
        String context = launch.map(launched ->
                        " " + ContextScope.of(session, launched, id, client).text())
                .orElse("");
        refreshToken.setScope(refreshToken.getScope() + " " + MembershipScope.of(id) + context);
        ExchangedMembership.NOTE.put(issued.clientSessionCtx().getClientSession(), id);
    }
}

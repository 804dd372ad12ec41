package dev.atrium.protocolmappers.grant;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.protocol.oidc.grants.AuthorizationCodeGrantType;
import org.keycloak.services.clientpolicy.ClientPolicyContext;

/** The authorization code grant, without a refresh token where {@code offline_access} was withheld. */
final class BoundAuthorizationCodeGrantType extends AuthorizationCodeGrantType {
    private boolean withheld;

    @Override
    protected AccessTokenResponseBuilder createTokenResponseBuilder(
            UserModel user,
            UserSessionModel userSession,
            ClientSessionContext grant,
            String scope,
            @Nullable Function<AccessTokenResponseBuilder, ClientPolicyContext> policyContext) {
        withheld = WithheldRefresh.in(grant);
        return super.createTokenResponseBuilder(user, userSession, grant, scope, policyContext);
    }

    @Override
    protected boolean useRefreshToken() {
        return !withheld && super.useRefreshToken();
    }
}

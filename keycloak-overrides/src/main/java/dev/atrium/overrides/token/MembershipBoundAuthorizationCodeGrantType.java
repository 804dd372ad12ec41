package dev.atrium.overrides.token;

import dev.atrium.tokens.grant.WithheldRefresh;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.protocol.oidc.grants.AuthorizationCodeGrantType;
import org.keycloak.services.clientpolicy.ClientPolicyContext;

/** The authorization code grant, without a refresh token where {@code offline_access} was withheld. */
final class MembershipBoundAuthorizationCodeGrantType extends AuthorizationCodeGrantType {
    private boolean withheld;

    @Override
    protected AccessTokenResponseBuilder createTokenResponseBuilder(
            UserModel user,
            UserSessionModel userSession,
            ClientSessionContext clientSessionContext,
            String scope,
            @Nullable Function<AccessTokenResponseBuilder, ClientPolicyContext> policyContext) {
        withheld = WithheldRefresh.in(clientSessionContext);
        return super.createTokenResponseBuilder(user, userSession, clientSessionContext, scope, policyContext);
    }

    @Override
    protected boolean useRefreshToken() {
        return !withheld && super.useRefreshToken();
    }
}

package dev.atrium.overrides.token;

import dev.atrium.tokens.grant.DeviceRefusal;
import dev.atrium.tokens.grant.WithheldRefresh;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.clientpolicy.ClientPolicyContext;

/** The device grant, without a refresh token where {@code offline_access} was withheld, and with the reason of a refusal. */
final class MembershipBoundDeviceGrantType extends DeviceGrantType {
    private boolean withheld;

    /** Tells a device that was refused why. */
    @Override
    public Response process(Context context) {
        try {
            return super.process(context);
        } catch (CorsErrorResponseException refused) {
            if (!OAuthErrorException.ACCESS_DENIED.equals(refused.getMessage())) {
                throw refused;
            }
            throw DeviceRefusal.of(session, formParams.getFirst(OAuth2Constants.DEVICE_CODE))
                    .map(reason -> new CorsErrorResponseException(
                            cors, OAuthErrorException.ACCESS_DENIED, reason, Response.Status.BAD_REQUEST))
                    .orElse(refused);
        }
    }

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

package dev.atrium.overrides.client;

import dev.atrium.tokens.client.BearerClient;
import dev.atrium.tokens.client.ClientOfRefreshToken;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;

/**
 * Client id and secret, as in Keycloak; it also knows a public client by the refresh token it presents, and an
 * introspecting one by its access token.
 */
public final class IdentifyingClientAuthenticator extends ClientIdAndSecretAuthenticator {
    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        if (!BearerClient.authenticate(context)) {
            ClientOfRefreshToken.identify(context.getSession());
            super.authenticateClient(context);
        }
    }

    @Override
    public int order() {
        return 10;
    }
}

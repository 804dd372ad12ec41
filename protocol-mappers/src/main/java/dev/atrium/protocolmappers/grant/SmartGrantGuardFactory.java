package dev.atrium.protocolmappers.grant;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Makes the {@link SmartGrantGuard}, for every realm. */
public final class SmartGrantGuardFactory implements TokenPostProcessorFactory {
    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new SmartGrantGuard(session);
    }

    @Override
    public String getId() {
        return "atrium-smart-grant";
    }

    /** After all others, which may still change the token. */
    @Override
    public int order() {
        return -1_000;
    }
}

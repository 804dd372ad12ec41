package dev.atrium.overrides.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Makes the {@link SmartTokenPostProcessor}, for every realm. */
public final class SmartTokenPostProcessorFactory implements TokenPostProcessorFactory {
    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new SmartTokenPostProcessor(session);
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

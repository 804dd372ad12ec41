package dev.atrium.overrides.credentials;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link UsernamePasswordAuthenticator} in the place of Keycloak's own. */
public final class UsernamePasswordAuthenticatorFactory extends UsernamePasswordFormFactory {
    @Override
    public Authenticator create(KeycloakSession session) {
        return new UsernamePasswordAuthenticator(session);
    }

    @Override
    public int order() {
        return 10;
    }
}

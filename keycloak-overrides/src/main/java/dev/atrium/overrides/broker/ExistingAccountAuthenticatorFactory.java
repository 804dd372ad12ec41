package dev.atrium.overrides.broker;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.broker.IdpUsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link ExistingAccountAuthenticator} in the place of Keycloak's own. */
public final class ExistingAccountAuthenticatorFactory extends IdpUsernamePasswordFormFactory {
    @Override
    public Authenticator create(KeycloakSession session) {
        return new ExistingAccountAuthenticator(session);
    }

    @Override
    public int order() {
        return 10;
    }
}

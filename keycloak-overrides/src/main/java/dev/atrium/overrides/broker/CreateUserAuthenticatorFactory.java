package dev.atrium.overrides.broker;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Puts a step that makes accounts with credible addresses only in the place of Keycloak's own, in whatever flow. */
public final class CreateUserAuthenticatorFactory extends IdpCreateUserIfUniqueAuthenticatorFactory {
    @Override
    public Authenticator create(KeycloakSession session) {
        return new CreateUserAuthenticator();
    }

    @Override
    public int order() {
        return 1;
    }
}

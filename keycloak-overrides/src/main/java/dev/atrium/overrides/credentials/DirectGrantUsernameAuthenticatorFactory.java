package dev.atrium.overrides.credentials;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.directgrant.ValidateUsername;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link DirectGrantUsernameAuthenticator} in the place of Keycloak's own. */
public final class DirectGrantUsernameAuthenticatorFactory extends ReplacingStepFactory {
    public DirectGrantUsernameAuthenticatorFactory() {
        super(new ValidateUsername());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new DirectGrantUsernameAuthenticator();
    }
}

package dev.atrium.overrides.credentials;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.directgrant.ValidatePassword;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link DirectGrantPasswordAuthenticator} in the place of Keycloak's own. */
public final class DirectGrantPasswordAuthenticatorFactory extends ReplacingStepFactory {
    public DirectGrantPasswordAuthenticatorFactory() {
        super(new ValidatePassword());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new DirectGrantPasswordAuthenticator();
    }
}

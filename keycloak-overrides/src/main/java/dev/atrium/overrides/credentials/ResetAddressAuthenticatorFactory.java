package dev.atrium.overrides.credentials;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link ResetAddressAuthenticator} in the place of Keycloak's own. */
public final class ResetAddressAuthenticatorFactory extends ReplacingStepFactory {
    public ResetAddressAuthenticatorFactory() {
        super(new ResetCredentialChooseUser());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ResetAddressAuthenticator();
    }
}

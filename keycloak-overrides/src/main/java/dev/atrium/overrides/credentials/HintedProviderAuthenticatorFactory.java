package dev.atrium.overrides.credentials;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.IdentityProviderAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link HintedProviderAuthenticator} in the place of Keycloak's own. */
public final class HintedProviderAuthenticatorFactory extends IdentityProviderAuthenticatorFactory {
    @Override
    public Authenticator create(KeycloakSession session) {
        return new HintedProviderAuthenticator();
    }

    @Override
    public int order() {
        return 10;
    }
}

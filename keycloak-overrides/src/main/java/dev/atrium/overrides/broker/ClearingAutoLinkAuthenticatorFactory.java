package dev.atrium.overrides.broker;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.broker.IdpAutoLinkAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link ClearingAutoLinkAuthenticator} in the place of Keycloak's own. */
public final class ClearingAutoLinkAuthenticatorFactory extends IdpAutoLinkAuthenticatorFactory {
    @Override
    public Authenticator create(KeycloakSession session) {
        return new ClearingAutoLinkAuthenticator();
    }

    @Override
    public int order() {
        return 10;
    }
}

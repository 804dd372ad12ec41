package dev.atrium.authenticators.broker;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.broker.IdpAutoLinkAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link ClearingAutoLink} in the place of Keycloak's own. */
public final class ClearingAutoLinkFactory extends IdpAutoLinkAuthenticatorFactory {
    @Override
    public Authenticator create(KeycloakSession session) {
        return new ClearingAutoLink();
    }

    @Override
    public int order() {
        return 10;
    }
}

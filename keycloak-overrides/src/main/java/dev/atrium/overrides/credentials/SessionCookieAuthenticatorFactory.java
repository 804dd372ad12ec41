package dev.atrium.overrides.credentials;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link SessionCookieAuthenticator} in the place of Keycloak's own. */
public final class SessionCookieAuthenticatorFactory extends ReplacingStepFactory {
    public SessionCookieAuthenticatorFactory() {
        super(new CookieAuthenticatorFactory());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new SessionCookieAuthenticator();
    }
}

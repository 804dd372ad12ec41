package dev.atrium.overrides.credentials;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.x509.ValidateX509CertificateUsernameFactory;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link DirectGrantCertificateAuthenticator} in the place of Keycloak's own. */
public final class DirectGrantCertificateAuthenticatorFactory extends ReplacingStepFactory {
    public DirectGrantCertificateAuthenticatorFactory() {
        super(new ValidateX509CertificateUsernameFactory());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new DirectGrantCertificateAuthenticator();
    }
}

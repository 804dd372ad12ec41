package dev.atrium.authenticators.credentials;

import dev.atrium.authenticators.stage.StepFactory;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Offers the password step in the admin console. */
public final class PasswordAuthenticatorFactory extends StepFactory {
    public PasswordAuthenticatorFactory() {
        super(
                "atrium-password",
                "Atrium password",
                "Asks for the password of the name entered in 'Atrium domain'. An unknown name is"
                        + " answered like a wrong password.",
                List.of());
    }

    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasswordAuthenticator(session);
    }
}

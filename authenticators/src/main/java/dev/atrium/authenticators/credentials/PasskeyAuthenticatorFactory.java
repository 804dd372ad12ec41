package dev.atrium.authenticators.credentials;

import dev.atrium.authenticators.stage.StepFactory;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Offers the passkey step in the admin console. */
public final class PasskeyAuthenticatorFactory extends StepFactory {
    public PasskeyAuthenticatorFactory() {
        super(
                "atrium-passkey",
                "Atrium passkey",
                "Asks for a passkey of the person whose name was entered in 'Atrium domain'. The page is the same for an"
                        + " unknown name.",
                List.of());
    }

    @Override
    public String getReferenceCategory() {
        return WebAuthnCredentialModel.TYPE_PASSWORDLESS;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasskeyAuthenticator(session);
    }
}

package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.stage.StepFactory;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers the scopes stage in the admin console. */
public final class ScopesAuthenticatorFactory extends StepFactory {
    public ScopesAuthenticatorFactory() {
        super(
                "atrium-scopes",
                "Atrium scopes",
                "Narrows the SMART scopes to what the access policy of the chosen profile allows. If 'Consent required'"
                        + " is on for the client, the user is asked to agree. Set it to Required, after 'Atrium profile'.",
                List.of());
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ScopesAuthenticator();
    }
}

package dev.atrium.authenticators.profile;

import dev.atrium.authenticators.stage.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers the profile stage in the admin console. */
public final class ProfileAuthenticatorFactory extends StepFactory {
    public ProfileAuthenticatorFactory() {
        super(
                "atrium-profile",
                "Atrium profile",
                "Determines the project and the FHIR profile the user acts as, and asks if there are several. Apps that"
                        + " request no project and no FHIR data skip this step. Set it to Required, after the sign-in.",
                ProfileSettings.OPTIONS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ProfileAuthenticator();
    }
}

package dev.atrium.authenticators.profile;

import dev.atrium.support.flow.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers the profile stage in the admin console. */
public final class ProfileAuthenticatorFactory extends StepFactory {
    public ProfileAuthenticatorFactory() {
        super(
                "atrium-profile",
                "Atrium profile",
                "Finds out in which project and as which FHIR profile the person goes on, and asks if there are several."
                        + " Apps that ask for no project or FHIR data pass. Required; after the sign-in.",
                ProfileSettings.OPTIONS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ProfileAuthenticator();
    }
}

package dev.atrium.overrides.requiredaction;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.VerifyUserProfile;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link AskingVerifyUserProfile} in the place of Keycloak's own. */
public final class AskingVerifyUserProfileFactory extends ReplacingActionFactory {
    public AskingVerifyUserProfileFactory() {
        super(new VerifyUserProfile());
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new AskingVerifyUserProfile();
    }
}

package dev.atrium.overrides.requiredaction;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link GuardedUpdatePassword} in the place of Keycloak's own. */
public final class GuardedUpdatePasswordFactory extends ReplacingActionFactory {
    public GuardedUpdatePasswordFactory() {
        super(new UpdatePassword());
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new GuardedUpdatePassword();
    }
}

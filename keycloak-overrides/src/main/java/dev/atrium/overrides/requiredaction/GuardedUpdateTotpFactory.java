package dev.atrium.overrides.requiredaction;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.models.KeycloakSession;

/** Puts the {@link GuardedUpdateTotp} in the place of Keycloak's own. */
public final class GuardedUpdateTotpFactory extends ReplacingActionFactory {
    public GuardedUpdateTotpFactory() {
        super(new UpdateTotp());
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new GuardedUpdateTotp();
    }
}

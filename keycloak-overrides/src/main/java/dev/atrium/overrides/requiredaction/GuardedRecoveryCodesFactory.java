package dev.atrium.overrides.requiredaction;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.RecoveryAuthnCodesAction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.EnvironmentDependentProviderFactory;

/** Puts the {@link GuardedRecoveryCodes} in the place of Keycloak's own, where the server has recovery codes. */
public final class GuardedRecoveryCodesFactory extends ReplacingActionFactory
        implements EnvironmentDependentProviderFactory {
    private static final RecoveryAuthnCodesAction KEYCLOAKS = new RecoveryAuthnCodesAction();

    public GuardedRecoveryCodesFactory() {
        super(KEYCLOAKS);
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new GuardedRecoveryCodes();
    }

    @Override
    public boolean isSupported(Config.Scope config) {
        return KEYCLOAKS.isSupported(config);
    }
}

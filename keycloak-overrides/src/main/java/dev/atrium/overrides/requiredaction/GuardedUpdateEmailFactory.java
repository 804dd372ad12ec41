package dev.atrium.overrides.requiredaction;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.EnvironmentDependentProviderFactory;

/** Puts the {@link GuardedUpdateEmail} in the place of Keycloak's own, where the server has it. */
public final class GuardedUpdateEmailFactory extends ReplacingActionFactory
        implements EnvironmentDependentProviderFactory {
    private static final UpdateEmail KEYCLOAKS = new UpdateEmail();

    public GuardedUpdateEmailFactory() {
        super(KEYCLOAKS);
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new GuardedUpdateEmail();
    }

    @Override
    public boolean isSupported(Config.Scope config) {
        return KEYCLOAKS.isSupported(config);
    }
}

package dev.atrium.overrides.requiredaction;

import dev.atrium.support.provider.DefaultProviderFactory;
import java.util.List;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Puts the {@link GuardedUpdatePassword} in the place of Keycloak's own. */
public final class GuardedUpdatePasswordFactory
        implements RequiredActionFactory, DefaultProviderFactory<RequiredActionProvider> {
    private final RequiredActionFactory own = new UpdatePassword();

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new GuardedUpdatePassword();
    }

    @Override
    public String getId() {
        return own.getId();
    }

    @Override
    public String getDisplayText() {
        return own.getDisplayText();
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return own.getConfigMetadata();
    }

    @Override
    public int order() {
        return 10;
    }
}

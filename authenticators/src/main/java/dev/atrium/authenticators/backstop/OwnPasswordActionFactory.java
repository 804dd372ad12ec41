package dev.atrium.authenticators.backstop;

import dev.atrium.support.provider.QuietFactory;
import java.util.List;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Puts the {@link OwnPasswordAction} in the place of Keycloak's own. */
public final class OwnPasswordActionFactory implements RequiredActionFactory, QuietFactory<RequiredActionProvider> {
    private final RequiredActionFactory own = new UpdatePassword();

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new OwnPasswordAction();
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

package dev.atrium.authenticators.requiredaction;

import dev.atrium.support.provider.DefaultProviderFactory;
import java.util.List;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers the required action in the admin console; it has to be enabled, and on nobody's list by default. */
public final class StagesRequiredActionFactory
        implements RequiredActionFactory, DefaultProviderFactory<RequiredActionProvider> {
    static final String ID = "atrium-stages";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new StagesRequiredAction();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Atrium profile and scopes";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of();
    }
}

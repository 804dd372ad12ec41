package dev.atrium.authenticators.requiredaction;

import dev.atrium.directory.project.FreeDomains;
import dev.atrium.support.provider.DefaultProviderFactory;
import java.util.List;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers the required action in the admin console; it has to be enabled, and the first of all. */
public final class LoginMethodRequiredActionFactory
        implements RequiredActionFactory, DefaultProviderFactory<RequiredActionProvider> {
    static final String ID = "atrium-home";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new LoginMethodRequiredAction();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(HomeIdpLinkGuard::watch);
        factory.register(FreeDomains::watch);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Atrium identity provider of the domain";
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of();
    }
}

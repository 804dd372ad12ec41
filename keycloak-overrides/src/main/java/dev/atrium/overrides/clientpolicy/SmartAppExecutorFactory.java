package dev.atrium.overrides.clientpolicy;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Offers the {@link SmartAppExecutor} to client profiles. */
public final class SmartAppExecutorFactory implements ClientPolicyExecutorProviderFactory {
    static final String ID = "atrium-smart-app";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new SmartAppExecutor(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "When a client is saved: no 'iss' in its authorization responses, client assertions of five minutes, and"
                + " offline refresh tokens of 90 days. When it requests SMART scopes: the parameter 'aud' is required.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

package dev.atrium.overrides.launch;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProviderFactory;

/** Makes the {@link LaunchCheck}, which Keycloak asks for every request at the authorization endpoint. */
public final class LaunchCheckFactory implements AuthorizationEndpointCheckProviderFactory {
    @Override
    public AuthorizationEndpointCheckProvider create(KeycloakSession session) {
        return new LaunchCheck(session);
    }

    @Override
    public String getId() {
        return "atrium-launch";
    }

    @Override
    public boolean isSupported(Config.Scope config) {
        return true;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

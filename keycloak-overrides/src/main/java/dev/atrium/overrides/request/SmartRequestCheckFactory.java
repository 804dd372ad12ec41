package dev.atrium.overrides.request;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProvider;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpointCheckProviderFactory;

/** Makes the {@link SmartRequestCheck}, which runs beside Keycloak's own checks of the authorization endpoint. */
public final class SmartRequestCheckFactory implements AuthorizationEndpointCheckProviderFactory {
    @Override
    public AuthorizationEndpointCheckProvider create(KeycloakSession session) {
        return new SmartRequestCheck(session);
    }

    @Override
    public String getId() {
        return "atrium-smart-request";
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

package dev.atrium.support.provider;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** A factory that, but for what it says itself, has no settings and does nothing when the server starts and stops. */
public interface DefaultProviderFactory<P extends Provider> extends ProviderFactory<P> {
    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}

package dev.atrium.overrides.discovery;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.wellknown.WellKnownProvider;
import org.keycloak.wellknown.WellKnownProviderFactory;

/** Serves {@code /realms/{realm}/.well-known/smart-configuration}. */
public final class SmartConfigurationProviderFactory implements WellKnownProviderFactory {
    /** The last part of the document's address (SMART App Launch 2.2.0, "Using .well-known"). */
    public static final String ID = "smart-configuration";

    @Override
    public WellKnownProvider create(KeycloakSession session) {
        return new SmartConfigurationProvider(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}

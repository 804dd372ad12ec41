package dev.atrium.store;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the {@link StoreEntityProvider}. */
public final class StoreEntityProviderFactory implements JpaEntityProviderFactory {
    /**
     * Names the table in which Liquibase remembers what it did, of which only ten letters count: DATABASECHANGELOG_ATRIUM_STO.
     */
    static final String ID = "atrium-store";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new StoreEntityProvider();
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

package dev.atrium.store;

import dev.atrium.support.provider.DefaultProviderFactory;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the {@link StoreEntityProvider}. */
public final class StoreEntityProviderFactory
        implements JpaEntityProviderFactory, DefaultProviderFactory<JpaEntityProvider> {
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
}

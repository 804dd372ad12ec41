package dev.atrium.store.migration;

import dev.atrium.support.check.StartCheckProvider;
import dev.atrium.support.check.StartCheckProviderFactory;
import dev.atrium.support.provider.DefaultProviderFactory;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.util.JpaUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/**
 * Refuses to run on the tables of a newer version, as Liquibase does not: what that one relies on, this one would not keep
 * up.
 */
public final class DowngradeCheckFactory
        implements StartCheckProviderFactory, DefaultProviderFactory<StartCheckProvider> {
    private static final String CHANGELOG = "META-INF/atrium-store-changelog.xml";
    private static final String FACTORY = "atrium-store";

    @Override
    public StartCheckProvider create(KeycloakSession session) {
        return List::of;
    }

    @Override
    public String getId() {
        return "tables";
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            KeycloakModelUtils.runJobInTransaction(migrated.getFactory(), DowngradeCheckFactory::check);
        }
    }

    private static void check(KeycloakSession session) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        List<String> newer = KnownChanges.of(CHANGELOG).unknown(made(entities));
        if (!newer.isEmpty()) {
            throw new NewerTables(newer.get(newer.size() - 1));
        }
    }

    @SuppressWarnings("unchecked") // JPA knows no type of a native query's column
    private static List<String> made(EntityManager entities) {
        String table = JpaUtils.getTableNameForNativeQuery(JpaUtils.getCustomChangelogTableName(FACTORY), entities);
        return entities.createNativeQuery("select ID from " + table).getResultList();
    }
}

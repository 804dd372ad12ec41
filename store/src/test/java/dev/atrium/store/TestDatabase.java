package dev.atrium.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.function.Consumer;
import java.util.function.Function;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.hibernate.SessionFactory;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.stat.Statistics;
import org.keycloak.connections.jpa.support.EntityManagerProxy;
import org.keycloak.models.KeycloakSession;

/** A database with the tables of the released changelog, against which Hibernate has checked the entities. */
final class TestDatabase {
    private static final class H2 {
        static final TestDatabase ONLY = new TestDatabase("jdbc:h2:mem:atrium;DB_CLOSE_DELAY=-1");
    }

    private static final class Postgres {
        static final TestDatabase ONLY = new TestDatabase(TestPostgres.start());
    }

    /** As much of a session as Keycloak's wrapper of the entity manager asks for. */
    private static final KeycloakSession SESSION = (KeycloakSession) Proxy.newProxyInstance(
            TestDatabase.class.getClassLoader(),
            new Class<?>[] {KeycloakSession.class},
            (proxy, method, arguments) -> arguments[1]);

    private final EntityManagerFactory factory;

    TestDatabase(String url) {
        migrate(url, StoreEntityProvider.CHANGELOG);
        factory = new HibernatePersistenceConfiguration("atrium")
                .managedClasses(StoreEntityProvider.ENTITIES)
                .property("jakarta.persistence.jdbc.url", url)
                .property("hibernate.hbm2ddl.auto", "validate")
                .property("hibernate.generate_statistics", true)
                .createEntityManagerFactory();
    }

    static TestDatabase h2() {
        return H2.ONLY;
    }

    static TestDatabase postgres() {
        return Postgres.ONLY;
    }

    /** A store each call of which is a transaction of its own. */
    <S> S store(Class<S> port, Function<EntityManager, S> maker) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> ask(entities -> {
                    try {
                        return method.invoke(maker.apply(entities), arguments);
                    } catch (ReflectiveOperationException broken) {
                        throw broken.getCause() instanceof RuntimeException cause
                                ? cause
                                : new IllegalStateException(broken);
                    }
                })));
    }

    void run(Consumer<EntityManager> work) {
        ask(entities -> {
            work.accept(entities);
            return true;
        });
    }

    <T> T ask(Function<EntityManager, T> work) {
        EntityManager entities = EntityManagerProxy.create(SESSION, factory.createEntityManager(), false);
        EntityTransaction transaction = entities.getTransaction();
        transaction.begin();
        try {
            T answer = work.apply(entities);
            if (transaction.isActive()) {
                transaction.commit();
            }
            return answer;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            entities.close();
        }
    }

    /** How many statements the work sends. */
    long statements(Runnable work) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        work.run();
        return statistics.getPrepareStatementCount();
    }

    /** Has Liquibase run what it has not run yet. */
    static void migrate(String url, String changelog) {
        try (Connection connection = DriverManager.getConnection(url)) {
            new Liquibase(
                            changelog,
                            new ClassLoaderResourceAccessor(),
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                    .update(new Contexts());
        } catch (Exception broken) {
            throw new IllegalStateException("the changelog does not run", broken);
        }
    }
}

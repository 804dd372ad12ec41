package dev.atrium.store;

import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.store.AtriumStoreProviderFactory;
import java.util.Set;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;

/** Makes the {@link JpaStoreProvider}, and has rows go with what they belong to. */
public final class JpaStoreProviderFactory implements AtriumStoreProviderFactory {
    @Override
    public AtriumStoreProvider create(KeycloakSession session) {
        return new JpaStoreProvider(
                session, session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public String getId() {
        return "jpa";
    }

    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(JpaConnectionProvider.class);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RemovalListener());
    }
}

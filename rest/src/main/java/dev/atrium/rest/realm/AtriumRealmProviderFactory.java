package dev.atrium.rest.realm;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts {@code atrium} below every realm. */
public final class AtriumRealmProviderFactory implements RealmResourceProviderFactory {
    private static final String ID = "atrium"; // the segment of the path

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new AtriumRealmProvider(session);
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

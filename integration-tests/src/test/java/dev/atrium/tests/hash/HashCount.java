package dev.atrium.tests.hash;

import jakarta.ws.rs.GET;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Tells how many hashes the server has computed. */
public final class HashCount implements RealmResourceProviderFactory, RealmResourceProvider {
    public static final String ID = "test-hashes";

    @GET
    public String count() {
        return CountingHash.COUNT.toString();
    }

    @Override
    public Object getResource() {
        return this;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return this;
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

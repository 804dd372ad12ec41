package dev.atrium.tests.overrides;

import dev.atrium.support.check.StartCheckProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.stream.Collectors;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Tells a test what the checks at the start found, as a page about the pack's health would. */
public final class FindingsResourceFactory implements RealmResourceProviderFactory {
    static final String ID = "test-findings";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new Findings(session);
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

    /** One line a finding. */
    public static final class Findings implements RealmResourceProvider {
        private final KeycloakSession session;

        Findings(KeycloakSession session) {
            this.session = session;
        }

        @GET
        @Path("all")
        @Produces("text/plain")
        public String all() {
            return session.getAllProviders(StartCheckProvider.class).stream()
                    .flatMap(check -> check.findings().stream())
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public Object getResource() {
            return this;
        }

        @Override
        public void close() {}
    }
}

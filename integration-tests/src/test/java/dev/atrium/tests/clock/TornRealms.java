package dev.atrium.tests.clock;

import dev.atrium.support.event.InvitationEvent;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Somebody else's extension, with a bug: it fails when an invitation is over in a realm whose name says so. */
public final class TornRealms implements RealmResourceProviderFactory {
    /** How the names of such realms begin. */
    public static final String TORN = "torn-";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new ClockResource();
    }

    @Override
    public String getId() {
        return "test-torn";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof InvitationEvent told
                    && told.kind() == InvitationEvent.Kind.EXPIRED
                    && told.realm().getName().startsWith(TORN)) {
                throw new IllegalStateException("A bug");
            }
        });
    }

    @Override
    public void close() {}
}

package dev.atrium.rest.realm;

import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Answers what Keycloak has no answer for itself below a realm. */
final class AtriumRealmProvider implements RealmResourceProvider {
    private final KeycloakSession session;
    private final Duration launchLifetime;

    AtriumRealmProvider(KeycloakSession session, Duration launchLifetime) {
        this.session = session;
        this.launchLifetime = launchLifetime;
    }

    @Override
    public Object getResource() {
        return new AtriumRealmResource(session, launchLifetime);
    }

    @Override
    public void close() {}
}

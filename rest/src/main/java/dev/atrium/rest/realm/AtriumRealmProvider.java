package dev.atrium.rest.realm;

import dev.atrium.rest.launch.LaunchLifetime;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Answers what Keycloak has no answer for itself below a realm. */
final class AtriumRealmProvider implements RealmResourceProvider {
    private final KeycloakSession session;
    private final LaunchLifetime launchLifetime;

    AtriumRealmProvider(KeycloakSession session, LaunchLifetime launchLifetime) {
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

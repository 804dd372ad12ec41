package dev.atrium.rest.realm;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Answers what Keycloak has no answer for itself below a realm. */
final class AtriumRealmProvider implements RealmResourceProvider {
    private final KeycloakSession session;

    AtriumRealmProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return new AtriumRealmResource(session);
    }

    @Override
    public void close() {}
}

package dev.atrium.rest.admin;

import dev.atrium.rest.request.AdminRequest;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Answers what Keycloak has no answer for itself below a realm's {@code atrium}. */
final class AtriumAdminProvider implements AdminRealmResourceProvider {
    private final Clock clock;

    AtriumAdminProvider(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Object getResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder events) {
        return new AtriumResource(new AdminRequest(session, realm, auth, events, clock));
    }

    @Override
    public void close() {}
}

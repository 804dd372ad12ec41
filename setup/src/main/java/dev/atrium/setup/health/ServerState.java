package dev.atrium.setup.health;

import java.util.List;
import org.keycloak.common.Profile;
import org.keycloak.common.Profile.Feature;

/**
 * How the server was built, as far as Atrium needs it otherwise. That Keycloak's caches are off need not be asked: the
 * server does not start without those of Atrium's.
 */
record ServerState(boolean parameterizedScopes) {
    static ServerState ofThisServer() {
        return new ServerState(Profile.isFeatureEnabled(Feature.PARAMETERIZED_SCOPES));
    }

    List<Finding> findings() {
        return parameterizedScopes
                ? List.of(new Finding(
                        FindingKind.PARAMETERIZED_SCOPES_ON,
                        "",
                        "Keycloak's feature parameterized-scopes is on: every request for SMART scopes is answered invalid_scope.",
                        "Build the server without this feature: take it out of the option 'features' of kc.sh build."))
                : List.of();
    }
}

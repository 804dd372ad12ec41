package dev.atrium.setup.watch;

import dev.atrium.setup.health.Finding;
import dev.atrium.setup.health.RealmHealth;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;

/** Looks at the realm in context; the metrics know of it from then on. */
record RealmHealthProvider(KeycloakSession session, HealthMetrics metrics) implements HealthProvider {
    static final String THREADS = "atrium-health";

    @Override
    public List<Finding> findings(boolean askMailServer) {
        RealmHealth health = new RealmHealth(session);
        List<Finding> found = health.findings();
        metrics.tell(session.getContext().getRealm(), found);
        return askMailServer ? Stream.concat(mailServer(health), found.stream()).toList() : found;
    }

    private Stream<Finding> mailServer(RealmHealth health) {
        return health.mailServer(session.getProvider(ExecutorsProvider.class).getExecutor(THREADS)).stream();
    }
}

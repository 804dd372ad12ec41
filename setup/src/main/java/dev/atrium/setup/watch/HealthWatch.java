package dev.atrium.setup.watch;

import dev.atrium.setup.health.Finding;
import dev.atrium.setup.health.RealmHealth;
import dev.atrium.setup.health.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Looks at all realms, in the background; the first look says in the log which realms have findings. */
final class HealthWatch implements Runnable {
    private static final Logger LOG = Logger.getLogger(HealthWatch.class);

    private final KeycloakSessionFactory factory;
    private final ExecutorService threads;
    private final HealthMetrics metrics;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Set<String> told = new HashSet<>();

    HealthWatch(KeycloakSessionFactory factory, ExecutorService threads, HealthMetrics metrics) {
        this.factory = factory;
        this.threads = threads;
        this.metrics = metrics;
    }

    /** Called by Keycloak's one timer, which waits for it: the work is done elsewhere. */
    @Override
    public void run() {
        if (looking.compareAndSet(false, true)) {
            threads.execute(this::look);
        }
    }

    private void look() {
        try {
            Set<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(factory, HealthWatch::realms);
            realms.forEach(this::lookApart);
            metrics.keep(realms);
        } catch (RuntimeException failed) { // nobody else hears of it in this thread
            LOG.warn("The health of the realms could not be looked at; it is tried again at the next time", failed);
        } finally {
            looking.set(false);
        }
    }

    private static Set<String> realms(KeycloakSession session) {
        Set<String> ids = new HashSet<>();
        session.realms()
                .getRealmsStream()
                .filter(RealmModel::isEnabled)
                .map(RealmModel::getId)
                .forEach(ids::add);
        return ids;
    }

    /** What one realm has cannot keep the others from being looked at. */
    private void lookApart(String realmId) {
        try {
            look(realmId);
        } catch (RuntimeException failed) { // nobody else hears of it in this thread
            LOG.warnf(failed, "The health of the realm with the id %s could not be looked at", realmId);
        }
    }

    private void look(String realmId) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) { // it may be gone meanwhile
                session.getContext().setRealm(realm);
                List<Finding> found = new RealmHealth(session).findings();
                metrics.tell(realm, found);
                if (told.add(realmId)) {
                    tell(realm, found);
                }
            }
        });
    }

    private static void tell(RealmModel realm, List<Finding> found) {
        long errors = count(found, Severity.ERROR);
        long warnings = count(found, Severity.WARNING);
        if (errors + warnings > 0) {
            LOG.warnf(
                    "Realm '%s' has findings of Atrium, errors: %d, warnings: %d; GET /admin/realms/%s/atrium/health says which",
                    realm.getName(), errors, warnings, realm.getName());
        }
    }

    private static long count(List<Finding> found, Severity severity) {
        return found.stream().filter(one -> one.kind().severity() == severity).count();
    }
}

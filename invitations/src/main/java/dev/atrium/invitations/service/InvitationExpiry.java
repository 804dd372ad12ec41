package dev.atrium.invitations.service;

import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/** Notices now and then which invitations are over, and forgets those that ended long ago: they hold people's addresses. */
public final class InvitationExpiry implements ScheduledTask {
    private static final Logger LOG = Logger.getLogger(InvitationExpiry.class);
    private static final int AT_ONCE = 1000;

    private final Duration kept;

    private InvitationExpiry(Duration kept) {
        this.kept = kept;
    }

    /**
     * Has it run from now on, on one node at a time.
     *
     * @param kept how long what has ended is remembered
     */
    public static void schedule(KeycloakSessionFactory factory, Duration interval, Duration kept) {
        long millis = interval.toMillis();
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> session.getProvider(TimerProvider.class)
                        .schedule(
                                new ClusterAwareScheduledTaskRunner(factory, new InvitationExpiry(kept), millis),
                                millis));
    }

    /** Forgets first: nobody's address is kept longer for what goes wrong with another invitation. */
    @Override
    public void run(KeycloakSession session) {
        Instant now = KeycloakClock.INSTANCE.instant();
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(),
                own -> own.getProvider(AtriumStoreProvider.class).housekeeping().forgetInvitations(now.minus(kept)));
        session.getProvider(AtriumStoreProvider.class)
                .housekeeping()
                .realmsWithOverdueInvitations(now)
                .forEach(id -> expireAll(session, id));
    }

    @Override
    public String getTaskName() {
        return "atrium-invitation-expiry";
    }

    /** A bug in whoever hears of it in one realm holds up no other. */
    private static void expireAll(KeycloakSession session, String realmId) {
        try {
            boolean more = true;
            while (more) {
                more = expire(session, realmId) == AT_ONCE;
            }
        } catch (RuntimeException bug) {
            LOG.errorf(
                    bug,
                    "Nobody is notified of invitations that have expired in realm %s; they are invalid all the same",
                    realmId);
        }
    }

    private static int expire(KeycloakSession session, String realmId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), own -> {
            RealmModel realm = own.realms().getRealm(realmId);
            if (realm == null) {
                return 0;
            }
            own.getContext().setRealm(realm);
            return new Invitations(own).expire(AT_ONCE);
        });
    }
}

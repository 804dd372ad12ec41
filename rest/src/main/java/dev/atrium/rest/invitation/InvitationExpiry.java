package dev.atrium.rest.invitation;

import dev.atrium.support.invitation.Invitations;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.store.Housekeeping;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/** Notices now and then which invitations are over, and forgets those that ended long ago: they hold people's addresses. */
public final class InvitationExpiry implements ScheduledTask {
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

    @Override
    public void run(KeycloakSession session) {
        Instant now = KeycloakClock.INSTANCE.instant();
        Housekeeping all = session.getProvider(AtriumStoreProvider.class).housekeeping();
        all.realmsWithOverdueInvitations(now).forEach(id -> {
            boolean more = true;
            while (more) {
                more = expire(session, id) == AT_ONCE;
            }
        });
        all.forgetInvitations(now.minus(kept));
    }

    @Override
    public String getTaskName() {
        return "atrium-invitation-expiry";
    }

    /** In a transaction of its own, so that a bug in whoever hears of it in one realm holds up no other. */
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

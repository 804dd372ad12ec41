package dev.atrium.rest.invitation;

import dev.atrium.support.invitation.Invitations;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
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
        session.realms().getRealmsStream().map(RealmModel::getId).toList().forEach(id -> inRealm(session, id));
    }

    @Override
    public String getTaskName() {
        return "atrium-invitation-expiry";
    }

    private void inRealm(KeycloakSession session, String realmId) {
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), own -> {
            RealmModel realm = own.realms().getRealm(realmId);
            if (realm != null) {
                own.getContext().setRealm(realm);
                new Invitations(own).expire(AT_ONCE);
                own.getProvider(AtriumStoreProvider.class)
                        .invitations(realm)
                        .forget(KeycloakClock.INSTANCE.instant().minus(kept));
            }
        });
    }
}

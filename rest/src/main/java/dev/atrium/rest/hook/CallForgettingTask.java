package dev.atrium.rest.hook;

import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** Deletes the log of calls to hooks some weeks after they came. */
final class CallForgettingTask implements ScheduledTask {
    private static final Duration KEEP = Duration.ofDays(30);

    @Override
    public void run(KeycloakSession session) {
        Instant before = KeycloakClock.INSTANCE.instant().minus(KEEP);
        AtriumStoreProvider store = session.getProvider(AtriumStoreProvider.class);
        session.realms()
                .getRealmsStream()
                .forEach(realm -> store.hookCalls(realm).forget(before));
    }

    @Override
    public String getTaskName() {
        return "atrium-hook-call-forgetting";
    }
}

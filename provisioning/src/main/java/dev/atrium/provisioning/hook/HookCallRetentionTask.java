package dev.atrium.provisioning.hook;

import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** Deletes the log of calls to hooks some weeks after they came. */
final class HookCallRetentionTask implements ScheduledTask {
    private static final Duration KEEP = Duration.ofDays(30);

    @Override
    public void run(KeycloakSession session) {
        session.getProvider(AtriumStoreProvider.class)
                .housekeeping()
                .forgetHookCalls(KeycloakClock.INSTANCE.instant().minus(KEEP));
    }

    @Override
    public String getTaskName() {
        return "atrium-hook-call-forgetting";
    }
}

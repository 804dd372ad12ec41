package dev.atrium.provisioning.hook;

import dev.atrium.core.hook.CallId;
import dev.atrium.core.hook.HookCall;
import dev.atrium.core.hook.HookCallStore;
import dev.atrium.core.hook.HookId;
import dev.atrium.support.store.AtriumStoreProvider;
import dev.atrium.support.time.KeycloakClock;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Keeps what came to a hook and what it was answered. */
final class HookLog {
    /** Whoever cannot say who they are fills no table. */
    private static final Duration STRANGERS_PAUSE = Duration.ofSeconds(10);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final HookId hook;

    HookLog(KeycloakSession session, HookId hook) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.hook = hook;
    }

    Optional<HookCall> done(CallId call) {
        return store(session, realm).done(hook, call);
    }

    /** In the transaction of what was done: either both are kept or none. */
    void done(CallId call, Response answer) {
        store(session, realm).add(call(Optional.of(call), true, answer));
    }

    /** In a transaction of its own, for that of the call is rolled back. */
    void refused(Optional<CallId> call, Response answer, boolean stranger) {
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), other -> {
            HookCallStore store = store(other, other.realms().getRealm(realm.getId()));
            if (!stranger || !store.refusedSince(hook, now().minus(STRANGERS_PAUSE))) {
                store.add(call(call, false, answer));
            }
        });
    }

    private HookCall call(Optional<CallId> call, boolean done, Response answer) {
        return new HookCall(
                KeycloakModelUtils.generateId(),
                hook,
                call,
                now(),
                done,
                answer.getStatus(),
                String.valueOf(answer.getEntity()));
    }

    private static HookCallStore store(KeycloakSession session, RealmModel realm) {
        return session.getProvider(AtriumStoreProvider.class).hookCalls(realm);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(KeycloakClock.INSTANCE.millis());
    }
}

package dev.atrium.directory.launch;

import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The launches that EHRs have registered in the realm in context and no app has used yet, for all nodes of a cluster.
 *
 * <p>A launch is looked at as often as a sign-in begins, is shown again or starts over, and is used up when the answer goes
 * to the app: who reloads the page goes on, and of two tabs the first one that arrives has it.
 */
public final class EhrLaunches {
    private final KeycloakSession session;
    private final RealmModel realm;

    public EhrLaunches(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Keeps it for a sign-in that begins in time, however long it then takes. */
    public LaunchHandle register(EhrLaunch launch) {
        LaunchHandle handle = LaunchHandle.create();
        long open = Duration.between(KeycloakClock.INSTANCE.instant(), launch.openUntil())
                .toSeconds();
        session.singleUseObjects().put(key(handle), open + realm.getAccessCodeLifespanLogin(), launch.toNotes());
        return handle;
    }

    /** The launch, for a sign-in that begins now. */
    public Optional<EhrLaunch> open(LaunchHandle handle) {
        return find(handle).filter(launch -> launch.openUntil().isAfter(KeycloakClock.INSTANCE.instant()));
    }

    /** The launch, for a sign-in that has begun. */
    public Optional<EhrLaunch> find(LaunchHandle handle) {
        return Optional.ofNullable(session.singleUseObjects().get(key(handle))).map(EhrLaunch::of);
    }

    /** Uses it up; of several that try, on whichever node, one succeeds. */
    public Optional<EhrLaunch> use(LaunchHandle handle) {
        Map<String, String> used = session.singleUseObjects().remove(key(handle));
        return Optional.ofNullable(used).map(EhrLaunch::of);
    }

    private String key(LaunchHandle handle) {
        return "atrium.launch." + realm.getId() + "." + handle.value();
    }
}

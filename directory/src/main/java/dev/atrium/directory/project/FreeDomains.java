package dev.atrium.directory.project;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.RealmModel.IdentityProviderRemovedEvent;
import org.keycloak.models.RealmModel.IdentityProviderUpdatedEvent;
import org.keycloak.provider.ProviderEvent;

/**
 * The domains that no organization had when this node last asked the database, for a minute. Keycloak remembers those
 * only that an organization has, and most people are of one that none has: each use of their session would ask again.
 * To link an organization's identity provider empties it at once on this node; any other change takes the minute.
 */
public final class FreeDomains {
    private static final long KEPT = Duration.ofMinutes(1).toNanos();
    private static final int MOST = 10_000;
    private static final Map<Key, Long> ASKED = new ConcurrentHashMap<>();

    private FreeDomains() {}

    /** Forgets all when a provider was linked, unlinked, switched on or off. */
    public static void watch(ProviderEvent event) {
        if (event instanceof IdentityProviderUpdatedEvent || event instanceof IdentityProviderRemovedEvent) {
            ASKED.clear();
        }
    }

    static void remember(String realmId, String domain) {
        if (ASKED.size() >= MOST) {
            ASKED.clear();
        }
        ASKED.put(new Key(realmId, domain), System.nanoTime());
    }

    static boolean remembers(String realmId, String domain) {
        Long asked = ASKED.get(new Key(realmId, domain));
        return asked != null && System.nanoTime() - asked < KEPT;
    }

    private record Key(String realmId, String domain) {}
}

package dev.atrium.overrides.client;

import dev.atrium.support.time.KeycloakClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import org.infinispan.Cache;
import org.keycloak.Config;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.keys.infinispan.PublicKeysEntry;
import org.keycloak.models.KeycloakSession;

/**
 * What this server knows of fetching key sets: which it is about to fetch, and which it could not. Whoever sends
 * assertions cannot have it ask again and again.
 *
 * @param pauseSeconds Keycloak's option {@code min-time-between-requests}
 * @param longestSeconds Keycloak's option {@code max-cache-time}
 */
record KeySetFetches(
        int pauseSeconds,
        int longestSeconds,
        Map<String, FutureTask<PublicKeysEntry>> running,
        Map<String, Instant> failures) {
    /** As Keycloak reads its options. */
    static KeySetFetches of(Config.Scope options) {
        return new KeySetFetches(
                options.getInt("minTimeBetweenRequests", 10),
                options.getInt("maxCacheTime", (int) Duration.ofDays(1).toSeconds()),
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    /** Where Keycloak keeps public keys. */
    Cache<String, PublicKeysEntry> keys(KeycloakSession session) {
        return session.getProvider(InfinispanConnectionProvider.class)
                .getCache(InfinispanConnectionProvider.KEYS_CACHE_NAME);
    }

    boolean isPaused(String modelKey) {
        Instant failed = failures.get(modelKey);
        return failed != null && KeycloakClock.INSTANCE.instant().isBefore(failed.plusSeconds(pauseSeconds));
    }

    void failed(String modelKey) {
        failures.put(modelKey, KeycloakClock.INSTANCE.instant());
    }

    void succeeded(String modelKey) {
        failures.remove(modelKey);
    }
}

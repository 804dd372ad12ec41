package dev.atrium.invitations.emailcode;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.SingleUseObjectProvider;

/** Keycloak's single-use objects, in memory and without notes. */
final class SingleUseMarks implements SingleUseObjectProvider {
    private final Map<String, Long> lifespans = new HashMap<>();

    /** The shortest time in seconds that any was to be kept. */
    long shortestLifespan() {
        return lifespans.values().stream().min(Long::compare).orElseThrow();
    }

    @Override
    public boolean putIfAbsent(String key, long lifespanInSeconds) {
        return lifespans.putIfAbsent(key, lifespanInSeconds) == null;
    }

    @Override
    public boolean contains(String key) {
        return lifespans.containsKey(key);
    }

    @Override
    public void put(String key, long lifespanSeconds, Map<String, String> notes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> get(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> remove(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(String key, Map<String, String> notes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}

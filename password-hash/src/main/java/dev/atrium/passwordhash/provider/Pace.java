package dev.atrium.passwordhash.provider;

import java.time.Duration;

/**
 * How fast hashes are while one way to compute them serves. That they take longer than at first need not be its fault: a busy
 * processor is slower for everything. So a suspicion is tried on the spot, against Keycloak's own.
 *
 * <p>All times are those of a processor, in nanoseconds.
 */
final class Pace {
    /** Of so many hashes not one may be as fast as half of what was seen before. */
    static final int WATCHED = 64;

    /** So many hashes are then computed by Keycloak, too. */
    static final int COMPARED = 4;

    private static final int SLOWER = 2;

    private long expected;
    private long fastest = Long.MAX_VALUE;
    private int watched;
    private int left;
    private long fastestOfKeycloak = Long.MAX_VALUE;

    /** @param expected what a hash took when it was elected */
    Pace(Duration expected) {
        this.expected = expected.toNanos();
    }

    /** A hash took so long. */
    synchronized void took(long time) {
        fastest = Math.min(fastest, time);
        watched++;
        if (left > 0 || watched < WATCHED) {
            return;
        }
        if (fastest / SLOWER > expected) {
            left = COMPARED;
            fastestOfKeycloak = Long.MAX_VALUE;
        } else {
            expected = Math.min(expected, fastest); // what was slow for a while need not stay so
            fastest = Long.MAX_VALUE;
        }
        watched = 0;
    }

    /** Whether the next hash is to be computed by Keycloak, too. */
    synchronized boolean isSuspicious() {
        return left > 0;
    }

    /**
     * Keycloak's own took so long.
     *
     * @return whether it is now certain that Keycloak's own is faster
     */
    synchronized boolean isSlowerThan(long time) {
        if (left == 0) {
            return false;
        }
        fastestOfKeycloak = Math.min(fastestOfKeycloak, time);
        left--;
        if (left > 0) {
            return false;
        }
        boolean slower = fastest > fastestOfKeycloak;
        expected = fastest;
        fastest = Long.MAX_VALUE;
        watched = 0;
        return slower;
    }
}

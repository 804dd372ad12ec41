package dev.atrium.tests.browser;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each person's password was last right. With brute force detection on, Keycloak refuses whoever signs in again before it has
 * noted that, which takes it some milliseconds afterwards (DefaultBlockingBruteForceProtector). Tests are that fast; people are
 * told to try again, and so do these.
 */
final class LastSignIn {
    private static final Duration NOTED = Duration.ofSeconds(2);
    private static final Map<String, Long> TIMES = new ConcurrentHashMap<>();

    private LastSignIn() {}

    /** Whether this is why the person was refused, with the password that was right before. */
    static boolean isStillNoted(Page before, String password, Page after) {
        String name = before.html().select("#kc-attempted-username").val();
        if (name.isEmpty()) {
            return false;
        }
        String right = name + " " + password;
        if (after.html().select("#kc-form-login [aria-invalid=true]").isEmpty()) {
            TIMES.put(right, System.nanoTime());
            return false;
        }
        Long last = TIMES.remove(right);
        return last != null && System.nanoTime() - last < NOTED.toNanos();
    }
}

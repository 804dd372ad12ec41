package dev.atrium.core.emailcode;

import java.time.Duration;
import java.time.Instant;

/**
 * The code that was last sent to one address for one sign-in, as far as it is kept: not the digits, but their keyed hash.
 *
 * @param id tells this code from any other
 * @param key the id of the key that the hash was made with
 * @param sendings how many codes were sent so far, this one included
 */
public record SentCode(String id, String hash, String key, Instant sent, int sendings) {
    /** How long a code is good for. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** How often somebody may type it. */
    public static final int TRIES = 5;

    /** How long somebody waits before they may have another one sent. */
    public static final Duration PAUSE = Duration.ofSeconds(60);

    /** How many codes one sign-in sends to one address: the first, and five more on request. */
    public static final int MOST_SENDINGS = 6;

    public Instant expires() {
        return sent.plus(LIFETIME);
    }

    public boolean expiredAt(Instant now) {
        return !now.isBefore(expires());
    }

    /** Whether this sign-in may still have a code sent there, if not at once. */
    public boolean hasSendingsLeft() {
        return sendings < MOST_SENDINGS;
    }

    /** How long it still has to wait for the next; zero if not at all. */
    public Duration pauseAt(Instant now) {
        Duration left = Duration.between(now, sent.plus(PAUSE));
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean mayBeSentAgainAt(Instant now) {
        return hasSendingsLeft() && pauseAt(now).isZero();
    }
}

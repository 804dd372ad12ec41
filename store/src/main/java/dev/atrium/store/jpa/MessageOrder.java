package dev.atrium.store.jpa;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers messages in the order they are made: by time, and within a millisecond of this server by turn. */
public final class MessageOrder {
    private static final long TURNS_PER_MILLISECOND = 1000;
    private static final AtomicLong LAST = new AtomicLong();

    private MessageOrder() {}

    public static long next(Instant made) {
        long earliest = made.toEpochMilli() * TURNS_PER_MILLISECOND;
        return LAST.updateAndGet(last -> Math.max(last + 1, earliest));
    }
}

package dev.atrium.tests.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process does, for as long as that may reasonably take. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TIMES = 600;

    private Eventually() {}

    public static <T> T get(Supplier<Optional<T>> wanted, Supplier<String> otherwise) {
        for (int time = 0; time < TIMES; time++) {
            Optional<T> found = wanted.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError(otherwise.get());
    }

    /** Whether something comes true within this time. */
    public static boolean comes(BooleanSupplier wanted, Duration within) {
        for (long time = 0; time < within.dividedBy(PAUSE); time++) {
            if (wanted.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return false;
    }

    public static void holds(BooleanSupplier wanted, Supplier<String> otherwise) {
        get(() -> wanted.getAsBoolean() ? Optional.of(true) : Optional.empty(), otherwise);
    }
}

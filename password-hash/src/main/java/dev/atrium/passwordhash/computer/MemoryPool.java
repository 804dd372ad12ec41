package dev.atrium.passwordhash.computer;

import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * The memory of hashes: no more at once than are allowed, kept between them, for an array of this size is laid out anew by
 * the garbage collector each time, and empty again after each.
 */
final class MemoryPool {
    /** Larger ones are made for each hash: 16 MiB, twice what Keycloak takes by default. */
    private static final int LARGEST_KEPT = 1 << 21;

    private final Semaphore permits;
    private final Deque<long[]> idle = new ConcurrentLinkedDeque<>();

    MemoryPool(int atOnce) {
        this.permits = new Semaphore(atOnce);
    }

    /** Waits for its turn. */
    <T> T with(int words, Function<long[], T> use) {
        permits.acquireUninterruptibly();
        try {
            return wiped(words, use);
        } finally {
            permits.release();
        }
    }

    private <T> T wiped(int words, Function<long[], T> use) {
        long[] memory = take(words);
        try {
            return use.apply(memory);
        } finally {
            Arrays.fill(memory, 0, words, 0);
            if (memory.length <= LARGEST_KEPT) {
                idle.push(memory);
            }
        }
    }

    /** One that is too small is left to the garbage collector: all hashes of a realm cost the same. */
    private long[] take(int words) {
        long[] kept = idle.poll();
        return kept == null || kept.length < words ? new long[words] : kept;
    }
}

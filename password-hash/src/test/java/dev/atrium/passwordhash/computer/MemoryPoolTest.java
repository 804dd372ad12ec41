package dev.atrium.passwordhash.computer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryPoolTest {
    private final MemoryPool pool = new MemoryPool(2);

    @Test
    void memory_comes_back_empty_also_after_a_failure() {
        long[] used = pool.with(100, MemoryPoolTest::fill);
        assertThatThrownBy(() -> pool.with(100, memory -> {
                    fill(memory);
                    throw new IllegalStateException("a failure");
                }))
                .hasMessage("a failure");
        assertThat(used).containsOnly(0);
        long[] again = pool.with(100, memory -> memory);
        assertThat(again).isSameAs(used);
    }

    @Test
    void a_larger_hash_gets_enough() {
        pool.with(100, memory -> memory);
        int length = pool.with(200, memory -> memory.length);
        assertThat(length).isEqualTo(200);
    }

    @Test
    void as_many_hashes_at_once_as_allowed_have_memory_and_no_more() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        Set<Integer> arrays = ConcurrentHashMap.newKeySet();
        ExecutorService many = Executors.newFixedThreadPool(16);
        for (int hash = 0; hash < 400; hash++) {
            many.execute(() -> pool.with(50_000, memory -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                arrays.add(System.identityHashCode(memory));
                two.countDown();
                await(two);
                fill(memory);
                now.decrementAndGet();
                return memory;
            }));
        }
        many.shutdown();
        assertThat(many.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(most).hasValue(2);
        assertThat(arrays).hasSizeLessThanOrEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static long[] fill(long[] memory) {
        Arrays.fill(memory, 42);
        return memory;
    }
}

package dev.atrium.passwordhash.computer;

import dev.atrium.passwordhash.argon2.BlockFunction;
import dev.atrium.passwordhash.argon2.ScalarBlocks;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ways to compute a hash that are right, wrong, or become so. */
public final class TestComputers {
    private TestComputers() {}

    public static HashComputer right() {
        return new HashComputer("right", ScalarBlocks::new, new MemoryPool(2));
    }

    /** Wrong while the switch says so: in one bit of each block. */
    public static HashComputer wrong(AtomicBoolean wrong) {
        return new HashComputer("wrong", (memory, scratch) -> new Wrong(memory, scratch, wrong), new MemoryPool(2));
    }

    /** Right, and far slower than any other. */
    public static HashComputer slow() {
        return new HashComputer(
                "slow", (memory, scratch) -> new Slow(new ScalarBlocks(memory, scratch)), new MemoryPool(2));
    }

    public static HashComputer failing(Class<? extends Throwable> failure) {
        return new HashComputer(
                "failing",
                (memory, scratch) -> {
                    throw made(failure);
                },
                new MemoryPool(2));
    }

    private static RuntimeException made(Class<? extends Throwable> failure) {
        try {
            Throwable one = failure.getDeclaredConstructor().newInstance();
            if (one instanceof Error error) {
                throw error;
            }
            return (RuntimeException) one;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private record Slow(BlockFunction right) implements BlockFunction {
        private static final long NANOSECONDS = 50_000;

        @Override
        public void mix(int previous, int reference, int over, int target) {
            long begin = ProcessorTime.now();
            while (ProcessorTime.now() - begin < NANOSECONDS) {
                Thread.onSpinWait();
            }
            right.mix(previous, reference, over, target);
        }

        @Override
        public int position(int word) {
            return right.position(word);
        }
    }

    private static final class Wrong implements BlockFunction {
        private final long[] memory;
        private final ScalarBlocks right;
        private final AtomicBoolean wrong;

        private Wrong(long[] memory, int scratch, AtomicBoolean wrong) {
            this.memory = memory;
            this.right = new ScalarBlocks(memory, scratch);
            this.wrong = wrong;
        }

        @Override
        public void mix(int previous, int reference, int over, int target) {
            right.mix(previous, reference, over, target);
            if (wrong.get()) {
                memory[target + WORDS - 1] ^= 1;
            }
        }

        @Override
        public int position(int word) {
            return right.position(word);
        }
    }
}

package dev.atrium.passwordhash.computer;

import dev.atrium.passwordhash.argon2.Argon2Cost;
import dev.atrium.passwordhash.argon2.Argon2Input;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/** What a way to compute hashes must do before one is served to anybody: give the right digests, and show how fast it is. */
public final class Trial {
    /** A trial that has taken so much of a processor ends with what it has. */
    private static final long LONGEST = Duration.ofMillis(1_500).toNanos();

    /** The compiler is done long before, on a processor that is not busy. */
    private static final long WARM = Duration.ofMillis(800).toNanos();

    private static final int ROUNDS = 48;
    private static final int BATCH = 8;
    private static final Argon2Cost SMALL = new Argon2Cost(512, 1, 1, 32);

    private Trial() {}

    /** Whether it gives the digest of RFC 9106, section 5.3. */
    public static boolean knowsTheStandard(HashComputer computer) {
        Argon2Input input = new Argon2Input(bytes(1, 32), bytes(2, 16), bytes(3, 8), bytes(4, 12));
        byte[] right = HexFormat.of().parseHex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
        return Arrays.equals(right, computer.hash(input, new Argon2Cost(32, 3, 4, 32)));
    }

    /**
     * Has small hashes computed until the Java compiler is done with them, or it is clear that it will not be: where it makes
     * objects of vectors, one hash of the usual cost would take minutes.
     *
     * @return the time that a hash of this cost would take
     */
    public static Duration warmUp(HashComputer computer, Argon2Cost cost) {
        Argon2Input input = new Argon2Input(bytes(1, 32), bytes(2, 16));
        long begin = ProcessorTime.now();
        long best = Long.MAX_VALUE;
        while (ProcessorTime.now() - begin < WARM) {
            best = Math.min(best, fastest(() -> computer.hash(input, SMALL)));
        }
        return Duration.ofNanos(best * cost.memory() / SMALL.memory() * cost.passes());
    }

    /** How much of a processor a hash takes: the median of the last of many. */
    public static Duration time(Runnable hash) {
        long[] times = new long[ROUNDS];
        long begin = ProcessorTime.now();
        int rounds = 0;
        while (rounds < ROUNDS && (rounds < BATCH || ProcessorTime.now() - begin < LONGEST)) {
            times[rounds++] = timeOf(hash);
        }
        long[] last = Arrays.copyOfRange(times, rounds - BATCH, rounds);
        Arrays.sort(last);
        return Duration.ofNanos(last[BATCH / 2]);
    }

    private static long fastest(Runnable hash) {
        return IntStream.range(0, BATCH).mapToLong(round -> timeOf(hash)).min().orElseThrow();
    }

    private static long timeOf(Runnable hash) {
        long begin = ProcessorTime.now();
        hash.run();
        return ProcessorTime.now() - begin;
    }

    private static byte[] bytes(int value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}

package dev.atrium.passwordhash.computer;

import dev.atrium.passwordhash.argon2.Argon2Cost;
import dev.atrium.passwordhash.argon2.Argon2Input;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/** What a way to compute hashes must do before one is served to anybody: give the right digests, and show how fast it is. */
public final class Trial {
    private static final int ROUNDS = 80;
    private static final int MEASURED = 20;

    private Trial() {}

    /** Whether it gives the digest of RFC 9106, section 5.3. */
    public static boolean knowsTheStandard(HashComputer computer) {
        Argon2Input input = new Argon2Input(bytes(1, 32), bytes(2, 16), bytes(3, 8), bytes(4, 12));
        byte[] right = HexFormat.of().parseHex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
        return Arrays.equals(right, computer.hash(input, new Argon2Cost(32, 3, 4, 32)));
    }

    /** How much of a processor a hash takes once the Java compiler is done with it: the median of the last of many. */
    public static Duration time(Runnable hash) {
        long[] times = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = ProcessorTime.now();
            hash.run();
            times[round] = ProcessorTime.now() - begin;
        }
        long[] last = Arrays.copyOfRange(times, ROUNDS - MEASURED, ROUNDS);
        Arrays.sort(last);
        return Duration.ofNanos(last[MEASURED / 2]);
    }

    private static byte[] bytes(int value, int length) {
        byte[] bytes = new byte[length];
        IntStream.range(0, length).forEach(index -> bytes[index] = (byte) value);
        return bytes;
    }
}

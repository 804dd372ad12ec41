package dev.atrium.benchmarks.hash;

import dev.atrium.passwordhash.argon2.Argon2Cost;
import dev.atrium.passwordhash.argon2.Argon2Input;
import dev.atrium.passwordhash.computer.Computers;
import dev.atrium.passwordhash.computer.HashComputer;
import dev.atrium.passwordhash.computer.ProcessorTime;
import java.util.Arrays;
import java.util.Locale;

/**
 * How much of a processor a hash with Keycloak's defaults takes, by each way to compute it in this Java: for machines that do
 * other things as well. Each start is one draw of what the compiler makes of it.
 */
public final class ProcessorTimes {
    private static final int WARM = 100;
    private static final int HASHES = 100;
    private static final Argon2Cost KEYCLOAKS = new Argon2Cost(7168, 5, 1, 32);
    private static final Argon2Input INPUT = new Argon2Input(new byte[24], new byte[16]);

    private ProcessorTimes() {}

    public static void main(String... none) {
        System.out.println("Java " + Runtime.version());
        tell("keycloak", () -> Library.hash(INPUT, KEYCLOAKS));
        for (HashComputer computer : Computers.available(1)) {
            tell(computer.name(), () -> computer.hash(INPUT, KEYCLOAKS));
        }
    }

    private static void tell(String name, Runnable hash) {
        for (int round = 0; round < WARM; round++) {
            hash.run();
        }
        long[] times = new long[HASHES];
        for (int round = 0; round < HASHES; round++) {
            long begin = ProcessorTime.now();
            hash.run();
            times[round] = ProcessorTime.now() - begin;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT, "%s: least %.1f ms, median %.1f ms%n", name, times[0] / 1e6, times[HASHES / 2] / 1e6);
    }
}

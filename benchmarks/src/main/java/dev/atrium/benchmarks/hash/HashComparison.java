package dev.atrium.benchmarks.hash;

import dev.atrium.passwordhash.argon2.Argon2Cost;
import dev.atrium.passwordhash.argon2.Argon2Input;
import dev.atrium.passwordhash.computer.Computers;
import dev.atrium.passwordhash.computer.HashComputer;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Compares random hashes by every way to compute them with the library's: passwords, salts and costs of all kinds, and each
 * hundredth with Keycloak's defaults.
 *
 * <p>Arguments: how many, and the seed.
 */
public final class HashComparison {
    private static final int USUAL = 100;
    private static final int TOLD = 10_000;
    private static final Argon2Cost KEYCLOAKS = new Argon2Cost(7168, 5, 1, 32);

    private final Random random;
    private final List<HashComputer> computers = Computers.available(1);

    private HashComparison(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String... arguments) {
        int hashes = Integer.parseInt(arguments[0]);
        HashComparison comparison = new HashComparison(Long.parseLong(arguments[1]));
        int different = comparison.run(hashes, System.out);
        System.out.println(hashes + " hashes, each by "
                + comparison.computers.stream().map(HashComputer::name).toList() + " and the library: " + different
                + " differ; Java " + Runtime.version());
        System.exit(different == 0 ? 0 : 1);
    }

    private int run(int hashes, PrintStream progress) {
        int different = 0;
        for (int hash = 1; hash <= hashes; hash++) {
            Argon2Input input = new Argon2Input(bytes(0, 120), bytes(8, 40));
            Argon2Cost cost = hash % USUAL == 0 ? KEYCLOAKS : cost();
            byte[] right = Library.hash(input, cost);
            if (!computers.stream().allMatch(one -> Arrays.equals(one.hash(input, cost), right))) {
                progress.println("hash " + hash + " differs: " + cost);
                different++;
            }
            if (hash % TOLD == 0) {
                progress.println(hash + " compared");
            }
        }
        return different;
    }

    private Argon2Cost cost() {
        int lanes = 1 + random.nextInt(4);
        return new Argon2Cost(8 * lanes + random.nextInt(500), 1 + random.nextInt(4), lanes, 4 + random.nextInt(130));
    }

    private byte[] bytes(int least, int most) {
        byte[] bytes = new byte[least + random.nextInt(most - least + 1)];
        random.nextBytes(bytes);
        return bytes;
    }
}

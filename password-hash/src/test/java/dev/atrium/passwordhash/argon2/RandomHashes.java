package dev.atrium.passwordhash.argon2;

import java.util.Arrays;
import java.util.Random;

/** Passwords, salts and costs of all kinds, the same for the same seed. */
public final class RandomHashes {
    private static final int LANES = 4;
    private static final int SMALLEST_LANE = 8;

    private final Random random;

    public RandomHashes(long seed) {
        this.random = new Random(seed);
    }

    public Argon2Input input() {
        return new Argon2Input(bytes(0, 80), bytes(8, 40), bytes(0, 20), bytes(0, 20));
    }

    /** Small, so that there can be many. */
    public Argon2Cost cost() {
        int lanes = 1 + random.nextInt(LANES);
        int memory = SMALLEST_LANE * lanes + random.nextInt(250);
        return new Argon2Cost(memory, 1 + random.nextInt(4), lanes, 4 + random.nextInt(130));
    }

    private byte[] bytes(int least, int most) {
        byte[] bytes = new byte[least + random.nextInt(most - least + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** How many of so many random hashes differ from the library's. */
    public static long differences(BlockFunction.Factory functions, int hashes, long seed) {
        RandomHashes some = new RandomHashes(seed);
        Argon2id algorithm = new Argon2id(functions);
        long different = 0;
        for (int hash = 0; hash < hashes; hash++) {
            Argon2Input input = some.input();
            Argon2Cost cost = some.cost();
            long[] memory = some.random.longs(Argon2id.words(cost)).toArray();
            if (!Arrays.equals(algorithm.hash(input, cost, memory), BouncyCastle.hash(input, cost))) {
                different++;
            }
        }
        return different;
    }
}

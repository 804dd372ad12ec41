package dev.atrium.passwordhash.argon2;

/**
 * What one hash costs (RFC 9106, section 3.1).
 *
 * @param memory in KiB, at least eight for each lane
 * @param passes over the memory, at least one; Keycloak calls them iterations
 * @param lanes at least one; Keycloak calls it parallelism. They are filled one after another
 * @param length of the digest in bytes, at least four
 */
public record Argon2Cost(int memory, int passes, int lanes, int length) {
    private static final int SLICES = 4;
    private static final int SMALLEST_LANE = 2 * SLICES;
    private static final int SHORTEST = 4;

    /** More would be no password's hash but somebody's mistake, and the memory is one array. */
    private static final int MOST_MEMORY = 1 << 22;

    public Argon2Cost {
        if (!isOne(memory, passes, lanes, length)) {
            throw new IllegalArgumentException("no cost of Argon2: " + memory + " KiB, " + passes + " passes, " + lanes
                    + " lanes, " + length + " bytes");
        }
    }

    /** Whether there is a cost of these. */
    public static boolean isOne(int memory, int passes, int lanes, int length) {
        return lanes >= 1
                && passes >= 1
                && length >= SHORTEST
                && memory <= MOST_MEMORY
                && memory / SMALLEST_LANE >= lanes;
    }

    /** Blocks of a quarter of a lane, which refer to what was there before it. */
    int segment() {
        return memory / (SLICES * lanes);
    }

    /** Blocks of a lane. */
    int lane() {
        return segment() * SLICES;
    }

    /** Blocks in all: the memory, rounded down to what the lanes can share equally. */
    int blocks() {
        return lane() * lanes;
    }
}

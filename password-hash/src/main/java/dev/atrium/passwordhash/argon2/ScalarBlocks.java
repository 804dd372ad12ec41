package dev.atrium.passwordhash.argon2;

/** The block function in plain Java, written so that the compiler keeps a round in registers, on any processor. */
public final class ScalarBlocks implements BlockFunction {
    private static final long LOW = 0xFFFF_FFFFL;
    private static final int ROW = 16;
    private static final int PAIR = 2;
    private static final int ROUNDS = 8;

    private final long[] memory;
    private final int scratch;

    public ScalarBlocks(long[] memory, int scratch) {
        this.memory = memory;
        this.scratch = scratch;
    }

    @Override
    public int position(int word) {
        return word;
    }

    @Override
    public void mix(int previous, int reference, int over, int target) {
        long[] m = memory;
        for (int word = 0; word < WORDS; word++) {
            m[scratch + word] = m[previous + word] ^ m[reference + word];
        }
        for (int row = 0; row < ROUNDS; row++) {
            round(m, scratch + row * ROW, PAIR);
        }
        for (int column = 0; column < ROUNDS; column++) {
            round(m, scratch + column * PAIR, ROW);
        }
        for (int word = 0; word < WORDS; word++) {
            m[target + word] = m[scratch + word] ^ m[previous + word] ^ m[reference + word] ^ m[over + word];
        }
    }

    /**
     * The permutation P of a row or a column (RFC 9106, section 3.6). Written out, for a loop or a method for the four
     * words would keep them in memory.
     *
     * @param at where its first two words are
     * @param step from there to its next two
     */
    private static void round(long[] m, int at, int step) {
        long v0 = m[at];
        long v1 = m[at + 1];
        long v2 = m[at + step];
        long v3 = m[at + step + 1];
        long v4 = m[at + 2 * step];
        long v5 = m[at + 2 * step + 1];
        long v6 = m[at + 3 * step];
        long v7 = m[at + 3 * step + 1];
        long v8 = m[at + 4 * step];
        long v9 = m[at + 4 * step + 1];
        long v10 = m[at + 5 * step];
        long v11 = m[at + 5 * step + 1];
        long v12 = m[at + 6 * step];
        long v13 = m[at + 6 * step + 1];
        long v14 = m[at + 7 * step];
        long v15 = m[at + 7 * step + 1];
        v0 += v4 + 2 * (v0 & LOW) * (v4 & LOW);
        v12 = Long.rotateRight(v12 ^ v0, 32);
        v8 += v12 + 2 * (v8 & LOW) * (v12 & LOW);
        v4 = Long.rotateRight(v4 ^ v8, 24);
        v0 += v4 + 2 * (v0 & LOW) * (v4 & LOW);
        v12 = Long.rotateRight(v12 ^ v0, 16);
        v8 += v12 + 2 * (v8 & LOW) * (v12 & LOW);
        v4 = Long.rotateRight(v4 ^ v8, 63);
        v1 += v5 + 2 * (v1 & LOW) * (v5 & LOW);
        v13 = Long.rotateRight(v13 ^ v1, 32);
        v9 += v13 + 2 * (v9 & LOW) * (v13 & LOW);
        v5 = Long.rotateRight(v5 ^ v9, 24);
        v1 += v5 + 2 * (v1 & LOW) * (v5 & LOW);
        v13 = Long.rotateRight(v13 ^ v1, 16);
        v9 += v13 + 2 * (v9 & LOW) * (v13 & LOW);
        v5 = Long.rotateRight(v5 ^ v9, 63);
        v2 += v6 + 2 * (v2 & LOW) * (v6 & LOW);
        v14 = Long.rotateRight(v14 ^ v2, 32);
        v10 += v14 + 2 * (v10 & LOW) * (v14 & LOW);
        v6 = Long.rotateRight(v6 ^ v10, 24);
        v2 += v6 + 2 * (v2 & LOW) * (v6 & LOW);
        v14 = Long.rotateRight(v14 ^ v2, 16);
        v10 += v14 + 2 * (v10 & LOW) * (v14 & LOW);
        v6 = Long.rotateRight(v6 ^ v10, 63);
        v3 += v7 + 2 * (v3 & LOW) * (v7 & LOW);
        v15 = Long.rotateRight(v15 ^ v3, 32);
        v11 += v15 + 2 * (v11 & LOW) * (v15 & LOW);
        v7 = Long.rotateRight(v7 ^ v11, 24);
        v3 += v7 + 2 * (v3 & LOW) * (v7 & LOW);
        v15 = Long.rotateRight(v15 ^ v3, 16);
        v11 += v15 + 2 * (v11 & LOW) * (v15 & LOW);
        v7 = Long.rotateRight(v7 ^ v11, 63);
        v0 += v5 + 2 * (v0 & LOW) * (v5 & LOW);
        v15 = Long.rotateRight(v15 ^ v0, 32);
        v10 += v15 + 2 * (v10 & LOW) * (v15 & LOW);
        v5 = Long.rotateRight(v5 ^ v10, 24);
        v0 += v5 + 2 * (v0 & LOW) * (v5 & LOW);
        v15 = Long.rotateRight(v15 ^ v0, 16);
        v10 += v15 + 2 * (v10 & LOW) * (v15 & LOW);
        v5 = Long.rotateRight(v5 ^ v10, 63);
        v1 += v6 + 2 * (v1 & LOW) * (v6 & LOW);
        v12 = Long.rotateRight(v12 ^ v1, 32);
        v11 += v12 + 2 * (v11 & LOW) * (v12 & LOW);
        v6 = Long.rotateRight(v6 ^ v11, 24);
        v1 += v6 + 2 * (v1 & LOW) * (v6 & LOW);
        v12 = Long.rotateRight(v12 ^ v1, 16);
        v11 += v12 + 2 * (v11 & LOW) * (v12 & LOW);
        v6 = Long.rotateRight(v6 ^ v11, 63);
        v2 += v7 + 2 * (v2 & LOW) * (v7 & LOW);
        v13 = Long.rotateRight(v13 ^ v2, 32);
        v8 += v13 + 2 * (v8 & LOW) * (v13 & LOW);
        v7 = Long.rotateRight(v7 ^ v8, 24);
        v2 += v7 + 2 * (v2 & LOW) * (v7 & LOW);
        v13 = Long.rotateRight(v13 ^ v2, 16);
        v8 += v13 + 2 * (v8 & LOW) * (v13 & LOW);
        v7 = Long.rotateRight(v7 ^ v8, 63);
        v3 += v4 + 2 * (v3 & LOW) * (v4 & LOW);
        v14 = Long.rotateRight(v14 ^ v3, 32);
        v9 += v14 + 2 * (v9 & LOW) * (v14 & LOW);
        v4 = Long.rotateRight(v4 ^ v9, 24);
        v3 += v4 + 2 * (v3 & LOW) * (v4 & LOW);
        v14 = Long.rotateRight(v14 ^ v3, 16);
        v9 += v14 + 2 * (v9 & LOW) * (v14 & LOW);
        v4 = Long.rotateRight(v4 ^ v9, 63);
        m[at] = v0;
        m[at + 1] = v1;
        m[at + step] = v2;
        m[at + step + 1] = v3;
        m[at + 2 * step] = v4;
        m[at + 2 * step + 1] = v5;
        m[at + 3 * step] = v6;
        m[at + 3 * step + 1] = v7;
        m[at + 4 * step] = v8;
        m[at + 4 * step + 1] = v9;
        m[at + 5 * step] = v10;
        m[at + 5 * step + 1] = v11;
        m[at + 6 * step] = v12;
        m[at + 6 * step + 1] = v13;
        m[at + 7 * step] = v14;
        m[at + 7 * step + 1] = v15;
    }
}

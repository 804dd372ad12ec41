package dev.atrium.passwordhash.argon2;

/**
 * The permutation P of a row in plain Java (RFC 9106, section 3.6). Written out, and apart from that of a column: loops, methods
 * for four words, and offsets that are not constant would keep the words in memory, and check each access.
 */
final class ScalarRow {
    private static final long LOW = 0xFFFF_FFFFL;

    private ScalarRow() {}

    /** Of the sum, by exclusive or, of two rows, each given by where it begins. */
    static void mix(long[] m, int previous, int reference, int at) {
        long v0 = m[previous] ^ m[reference];
        long v1 = m[previous + 1] ^ m[reference + 1];
        long v2 = m[previous + 2] ^ m[reference + 2];
        long v3 = m[previous + 3] ^ m[reference + 3];
        long v4 = m[previous + 4] ^ m[reference + 4];
        long v5 = m[previous + 5] ^ m[reference + 5];
        long v6 = m[previous + 6] ^ m[reference + 6];
        long v7 = m[previous + 7] ^ m[reference + 7];
        long v8 = m[previous + 8] ^ m[reference + 8];
        long v9 = m[previous + 9] ^ m[reference + 9];
        long v10 = m[previous + 10] ^ m[reference + 10];
        long v11 = m[previous + 11] ^ m[reference + 11];
        long v12 = m[previous + 12] ^ m[reference + 12];
        long v13 = m[previous + 13] ^ m[reference + 13];
        long v14 = m[previous + 14] ^ m[reference + 14];
        long v15 = m[previous + 15] ^ m[reference + 15];
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
        m[at + 2] = v2;
        m[at + 3] = v3;
        m[at + 4] = v4;
        m[at + 5] = v5;
        m[at + 6] = v6;
        m[at + 7] = v7;
        m[at + 8] = v8;
        m[at + 9] = v9;
        m[at + 10] = v10;
        m[at + 11] = v11;
        m[at + 12] = v12;
        m[at + 13] = v13;
        m[at + 14] = v14;
        m[at + 15] = v15;
    }
}

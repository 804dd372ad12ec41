package dev.atrium.passwordhash.argon2;

/**
 * The permutation P of a column in plain Java (RFC 9106, section 3.6), written out as that of a {@link ScalarRow}.
 */
final class ScalarColumn {
    private static final long LOW = 0xFFFF_FFFFL;

    private ScalarColumn() {}

    /** In its place, which begins here. */
    static void mix(long[] m, int at) {
        long v0 = m[at];
        long v1 = m[at + 1];
        long v2 = m[at + 16];
        long v3 = m[at + 17];
        long v4 = m[at + 32];
        long v5 = m[at + 33];
        long v6 = m[at + 48];
        long v7 = m[at + 49];
        long v8 = m[at + 64];
        long v9 = m[at + 65];
        long v10 = m[at + 80];
        long v11 = m[at + 81];
        long v12 = m[at + 96];
        long v13 = m[at + 97];
        long v14 = m[at + 112];
        long v15 = m[at + 113];
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
        m[at + 16] = v2;
        m[at + 17] = v3;
        m[at + 32] = v4;
        m[at + 33] = v5;
        m[at + 48] = v6;
        m[at + 49] = v7;
        m[at + 64] = v8;
        m[at + 65] = v9;
        m[at + 80] = v10;
        m[at + 81] = v11;
        m[at + 96] = v12;
        m[at + 97] = v13;
        m[at + 112] = v14;
        m[at + 113] = v15;
    }
}

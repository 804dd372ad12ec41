package dev.atrium.passwordhash.argon2;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** The hash H' of Argon2, of any length, made of BLAKE2b (RFC 9106, section 3.3). */
final class VariableHash {
    private static final int WHOLE = 64;
    private static final int HALF = 32;
    private static final int BITS = 8;

    private VariableHash() {}

    static byte[] of(byte[] input, int length) {
        byte[] digest = new byte[length];
        if (length <= WHOLE) {
            blake2b(digest, 0, length, LittleEndian.bytes(length), input);
            return digest;
        }
        byte[] link = new byte[WHOLE];
        blake2b(link, 0, WHOLE, LittleEndian.bytes(length), input);
        int done = 0;
        while (length - done > WHOLE) {
            System.arraycopy(link, 0, digest, done, HALF);
            done += HALF;
            if (length - done > WHOLE) {
                blake2b(link, 0, WHOLE, link);
            }
        }
        blake2b(digest, done, length - done, link);
        Arrays.fill(link, (byte) 0);
        return digest;
    }

    /** The first step, of 64 bytes. */
    static byte[] blake2b(byte[]... parts) {
        byte[] digest = new byte[WHOLE];
        blake2b(digest, 0, WHOLE, parts);
        return digest;
    }

    private static void blake2b(byte[] target, int at, int length, byte[]... parts) {
        Blake2bDigest hash = new Blake2bDigest(length * BITS);
        for (byte[] part : parts) {
            hash.update(part, 0, part.length);
        }
        hash.doFinal(target, at);
    }
}

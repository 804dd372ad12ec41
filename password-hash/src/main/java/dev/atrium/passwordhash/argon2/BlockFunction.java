package dev.atrium.passwordhash.argon2;

/**
 * The compression function G of Argon2 (RFC 9106, section 3.5), by which nearly all of the time goes, on the memory of one
 * hash. A block is 128 words of 64 bits, one after another in that memory; in which order, the function decides, but for the
 * first, which is always first.
 */
public interface BlockFunction {
    /** Words of a block. */
    int WORDS = 128;

    /**
     * Mixes two blocks of the memory into a third. Each is given by where in the memory it begins.
     *
     * @param over is added by exclusive or; the same as {@code target}, or a block of zeros
     */
    void mix(int previous, int reference, int over, int target);

    /** Where in a block the word with this number of the specification is. */
    int position(int word);

    /** Makes the function for a hash. */
    interface Factory {
        /**
         * @param memory of the hash
         * @param scratch where a block begins that the function may use as it likes
         */
        BlockFunction on(long[] memory, int scratch);
    }
}

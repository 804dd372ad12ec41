package dev.atrium.passwordhash.argon2;

/** The block function in plain Java, written so that the compiler keeps a round in registers, on any processor. */
public final class ScalarBlocks implements BlockFunction {
    private static final int ROW = 16;
    private static final int COLUMN = 2;

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
        for (int row = 0; row < WORDS; row += ROW) {
            ScalarRow.mix(m, previous + row, reference + row, scratch + row);
        }
        for (int column = 0; column < ROW; column += COLUMN) {
            ScalarColumn.mix(m, scratch + column);
        }
        for (int word = 0; word < WORDS; word++) {
            m[target + word] = m[scratch + word] ^ m[previous + word] ^ m[reference + word] ^ m[over + word];
        }
    }
}

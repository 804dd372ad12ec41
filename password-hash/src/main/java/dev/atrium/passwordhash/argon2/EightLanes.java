package dev.atrium.passwordhash.argon2;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The block function with vectors of eight words, for processors with AVX-512. A vector holds four words of a row and the
 * same four of the next: so rows and columns are rotated within each vector, and none is put together from two.
 *
 * <p>No method has a loop or calls another with a vector, and none mixes more than two groups of four vectors: the compiler
 * would then give up and make objects of vectors, thirty times slower.
 */
public final class EightLanes implements BlockFunction {
    private static final VectorSpecies<Long> EIGHT = LongVector.SPECIES_512;
    private static final long LOW = 0xFFFF_FFFFL;
    private static final VectorShuffle<Long> ROW_1 = VectorShuffle.fromValues(EIGHT, 1, 2, 3, 0, 5, 6, 7, 4);
    private static final VectorShuffle<Long> ROW_2 = VectorShuffle.fromValues(EIGHT, 2, 3, 0, 1, 6, 7, 4, 5);
    private static final VectorShuffle<Long> ROW_3 = VectorShuffle.fromValues(EIGHT, 3, 0, 1, 2, 7, 4, 5, 6);
    private static final VectorShuffle<Long> COLUMN_1 = VectorShuffle.fromValues(EIGHT, 1, 4, 3, 6, 5, 0, 7, 2);
    private static final VectorShuffle<Long> COLUMN_2 = VectorShuffle.fromValues(EIGHT, 4, 5, 6, 7, 0, 1, 2, 3);
    private static final VectorShuffle<Long> COLUMN_3 = VectorShuffle.fromValues(EIGHT, 5, 0, 7, 2, 1, 4, 3, 6);

    private static final int ROWS = 64;
    private static final int COLUMNS = 16;

    private final long[] memory;
    private final int scratch;
    private int previous;
    private int reference;
    private int added;
    private int result;

    public EightLanes(long[] memory, int scratch) {
        this.memory = memory;
        this.scratch = scratch;
    }

    /** Of word 16 r + 4 q + c: vector 4 (r / 2) + q, lane 4 (r mod 2) + c. */
    @Override
    public int position(int word) {
        int row = word >>> 4;
        int group = word >>> 2 & 3;
        return (row >>> 1 << 5) + (group << 3) + ((row & 1) << 2) + (word & 3);
    }

    @Override
    public void mix(int previous, int reference, int over, int target) {
        this.previous = previous;
        this.reference = reference;
        this.added = over;
        this.result = target;
        rows(memory, previous, reference, scratch);
        rows(memory, previous + ROWS, reference + ROWS, scratch + ROWS);
        columns(0);
        columns(COLUMNS);
    }

    /** Of the sum of two blocks, four rows. */
    private static void rows(long[] m, int one, int other, int target) {
        LongVector a1 = LongVector.fromArray(EIGHT, m, one).lanewise(XOR, LongVector.fromArray(EIGHT, m, other));
        LongVector b1 =
                LongVector.fromArray(EIGHT, m, one + 8).lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 8));
        LongVector c1 =
                LongVector.fromArray(EIGHT, m, one + 16).lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 16));
        LongVector d1 =
                LongVector.fromArray(EIGHT, m, one + 24).lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 24));
        LongVector a2 =
                LongVector.fromArray(EIGHT, m, one + 32).lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 32));
        LongVector b2 =
                LongVector.fromArray(EIGHT, m, one + 40).lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 40));
        LongVector c2 =
                LongVector.fromArray(EIGHT, m, one + 48).lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 48));
        LongVector d2 =
                LongVector.fromArray(EIGHT, m, one + 56).lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 56));
        a1 = a1.add(b1).add(a1.and(LOW).mul(b1.and(LOW)).lanewise(LSHL, 1));
        a2 = a2.add(b2).add(a2.and(LOW).mul(b2.and(LOW)).lanewise(LSHL, 1));
        d1 = d1.lanewise(XOR, a1).lanewise(ROR, 32);
        d2 = d2.lanewise(XOR, a2).lanewise(ROR, 32);
        c1 = c1.add(d1).add(c1.and(LOW).mul(d1.and(LOW)).lanewise(LSHL, 1));
        c2 = c2.add(d2).add(c2.and(LOW).mul(d2.and(LOW)).lanewise(LSHL, 1));
        b1 = b1.lanewise(XOR, c1).lanewise(ROR, 24);
        b2 = b2.lanewise(XOR, c2).lanewise(ROR, 24);
        a1 = a1.add(b1).add(a1.and(LOW).mul(b1.and(LOW)).lanewise(LSHL, 1));
        a2 = a2.add(b2).add(a2.and(LOW).mul(b2.and(LOW)).lanewise(LSHL, 1));
        d1 = d1.lanewise(XOR, a1).lanewise(ROR, 16);
        d2 = d2.lanewise(XOR, a2).lanewise(ROR, 16);
        c1 = c1.add(d1).add(c1.and(LOW).mul(d1.and(LOW)).lanewise(LSHL, 1));
        c2 = c2.add(d2).add(c2.and(LOW).mul(d2.and(LOW)).lanewise(LSHL, 1));
        b1 = b1.lanewise(XOR, c1).lanewise(ROR, 63);
        b2 = b2.lanewise(XOR, c2).lanewise(ROR, 63);
        b1 = b1.rearrange(ROW_1);
        b2 = b2.rearrange(ROW_1);
        c1 = c1.rearrange(ROW_2);
        c2 = c2.rearrange(ROW_2);
        d1 = d1.rearrange(ROW_3);
        d2 = d2.rearrange(ROW_3);
        a1 = a1.add(b1).add(a1.and(LOW).mul(b1.and(LOW)).lanewise(LSHL, 1));
        a2 = a2.add(b2).add(a2.and(LOW).mul(b2.and(LOW)).lanewise(LSHL, 1));
        d1 = d1.lanewise(XOR, a1).lanewise(ROR, 32);
        d2 = d2.lanewise(XOR, a2).lanewise(ROR, 32);
        c1 = c1.add(d1).add(c1.and(LOW).mul(d1.and(LOW)).lanewise(LSHL, 1));
        c2 = c2.add(d2).add(c2.and(LOW).mul(d2.and(LOW)).lanewise(LSHL, 1));
        b1 = b1.lanewise(XOR, c1).lanewise(ROR, 24);
        b2 = b2.lanewise(XOR, c2).lanewise(ROR, 24);
        a1 = a1.add(b1).add(a1.and(LOW).mul(b1.and(LOW)).lanewise(LSHL, 1));
        a2 = a2.add(b2).add(a2.and(LOW).mul(b2.and(LOW)).lanewise(LSHL, 1));
        d1 = d1.lanewise(XOR, a1).lanewise(ROR, 16);
        d2 = d2.lanewise(XOR, a2).lanewise(ROR, 16);
        c1 = c1.add(d1).add(c1.and(LOW).mul(d1.and(LOW)).lanewise(LSHL, 1));
        c2 = c2.add(d2).add(c2.and(LOW).mul(d2.and(LOW)).lanewise(LSHL, 1));
        b1 = b1.lanewise(XOR, c1).lanewise(ROR, 63);
        b2 = b2.lanewise(XOR, c2).lanewise(ROR, 63);
        b1 = b1.rearrange(ROW_3);
        b2 = b2.rearrange(ROW_3);
        c1 = c1.rearrange(ROW_2);
        c2 = c2.rearrange(ROW_2);
        d1 = d1.rearrange(ROW_1);
        d2 = d2.rearrange(ROW_1);
        a1.intoArray(m, target);
        b1.intoArray(m, target + 8);
        c1.intoArray(m, target + 16);
        d1.intoArray(m, target + 24);
        a2.intoArray(m, target + 32);
        b2.intoArray(m, target + 40);
        c2.intoArray(m, target + 48);
        d2.intoArray(m, target + 56);
    }

    /** Four columns, and all that is added to them in the end. */
    private void columns(int from) {
        long[] m = memory;
        int at = scratch + from;
        int one = previous + from;
        int other = reference + from;
        int over = added + from;
        int target = result + from;
        LongVector a1 = LongVector.fromArray(EIGHT, m, at);
        LongVector b1 = LongVector.fromArray(EIGHT, m, at + 32);
        LongVector c1 = LongVector.fromArray(EIGHT, m, at + 64);
        LongVector d1 = LongVector.fromArray(EIGHT, m, at + 96);
        LongVector a2 = LongVector.fromArray(EIGHT, m, at + 8);
        LongVector b2 = LongVector.fromArray(EIGHT, m, at + 40);
        LongVector c2 = LongVector.fromArray(EIGHT, m, at + 72);
        LongVector d2 = LongVector.fromArray(EIGHT, m, at + 104);
        a1 = a1.add(b1).add(a1.and(LOW).mul(b1.and(LOW)).lanewise(LSHL, 1));
        a2 = a2.add(b2).add(a2.and(LOW).mul(b2.and(LOW)).lanewise(LSHL, 1));
        d1 = d1.lanewise(XOR, a1).lanewise(ROR, 32);
        d2 = d2.lanewise(XOR, a2).lanewise(ROR, 32);
        c1 = c1.add(d1).add(c1.and(LOW).mul(d1.and(LOW)).lanewise(LSHL, 1));
        c2 = c2.add(d2).add(c2.and(LOW).mul(d2.and(LOW)).lanewise(LSHL, 1));
        b1 = b1.lanewise(XOR, c1).lanewise(ROR, 24);
        b2 = b2.lanewise(XOR, c2).lanewise(ROR, 24);
        a1 = a1.add(b1).add(a1.and(LOW).mul(b1.and(LOW)).lanewise(LSHL, 1));
        a2 = a2.add(b2).add(a2.and(LOW).mul(b2.and(LOW)).lanewise(LSHL, 1));
        d1 = d1.lanewise(XOR, a1).lanewise(ROR, 16);
        d2 = d2.lanewise(XOR, a2).lanewise(ROR, 16);
        c1 = c1.add(d1).add(c1.and(LOW).mul(d1.and(LOW)).lanewise(LSHL, 1));
        c2 = c2.add(d2).add(c2.and(LOW).mul(d2.and(LOW)).lanewise(LSHL, 1));
        b1 = b1.lanewise(XOR, c1).lanewise(ROR, 63);
        b2 = b2.lanewise(XOR, c2).lanewise(ROR, 63);
        b1 = b1.rearrange(COLUMN_1);
        b2 = b2.rearrange(COLUMN_1);
        c1 = c1.rearrange(COLUMN_2);
        c2 = c2.rearrange(COLUMN_2);
        d1 = d1.rearrange(COLUMN_3);
        d2 = d2.rearrange(COLUMN_3);
        a1 = a1.add(b1).add(a1.and(LOW).mul(b1.and(LOW)).lanewise(LSHL, 1));
        a2 = a2.add(b2).add(a2.and(LOW).mul(b2.and(LOW)).lanewise(LSHL, 1));
        d1 = d1.lanewise(XOR, a1).lanewise(ROR, 32);
        d2 = d2.lanewise(XOR, a2).lanewise(ROR, 32);
        c1 = c1.add(d1).add(c1.and(LOW).mul(d1.and(LOW)).lanewise(LSHL, 1));
        c2 = c2.add(d2).add(c2.and(LOW).mul(d2.and(LOW)).lanewise(LSHL, 1));
        b1 = b1.lanewise(XOR, c1).lanewise(ROR, 24);
        b2 = b2.lanewise(XOR, c2).lanewise(ROR, 24);
        a1 = a1.add(b1).add(a1.and(LOW).mul(b1.and(LOW)).lanewise(LSHL, 1));
        a2 = a2.add(b2).add(a2.and(LOW).mul(b2.and(LOW)).lanewise(LSHL, 1));
        d1 = d1.lanewise(XOR, a1).lanewise(ROR, 16);
        d2 = d2.lanewise(XOR, a2).lanewise(ROR, 16);
        c1 = c1.add(d1).add(c1.and(LOW).mul(d1.and(LOW)).lanewise(LSHL, 1));
        c2 = c2.add(d2).add(c2.and(LOW).mul(d2.and(LOW)).lanewise(LSHL, 1));
        b1 = b1.lanewise(XOR, c1).lanewise(ROR, 63);
        b2 = b2.lanewise(XOR, c2).lanewise(ROR, 63);
        b1 = b1.rearrange(COLUMN_3);
        b2 = b2.rearrange(COLUMN_3);
        c1 = c1.rearrange(COLUMN_2);
        c2 = c2.rearrange(COLUMN_2);
        d1 = d1.rearrange(COLUMN_1);
        d2 = d2.rearrange(COLUMN_1);
        a1.lanewise(XOR, LongVector.fromArray(EIGHT, m, one))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, other))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, over))
                .intoArray(m, target);
        b1.lanewise(XOR, LongVector.fromArray(EIGHT, m, one + 32))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 32))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, over + 32))
                .intoArray(m, target + 32);
        c1.lanewise(XOR, LongVector.fromArray(EIGHT, m, one + 64))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 64))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, over + 64))
                .intoArray(m, target + 64);
        d1.lanewise(XOR, LongVector.fromArray(EIGHT, m, one + 96))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 96))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, over + 96))
                .intoArray(m, target + 96);
        a2.lanewise(XOR, LongVector.fromArray(EIGHT, m, one + 8))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 8))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, over + 8))
                .intoArray(m, target + 8);
        b2.lanewise(XOR, LongVector.fromArray(EIGHT, m, one + 40))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 40))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, over + 40))
                .intoArray(m, target + 40);
        c2.lanewise(XOR, LongVector.fromArray(EIGHT, m, one + 72))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 72))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, over + 72))
                .intoArray(m, target + 72);
        d2.lanewise(XOR, LongVector.fromArray(EIGHT, m, one + 104))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, other + 104))
                .lanewise(XOR, LongVector.fromArray(EIGHT, m, over + 104))
                .intoArray(m, target + 104);
    }
}

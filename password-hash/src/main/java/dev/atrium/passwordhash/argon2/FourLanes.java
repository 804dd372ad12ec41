package dev.atrium.passwordhash.argon2;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The block function with vectors of four words, for processors with AVX2. A vector holds two words of a row and the same two
 * of the next: so columns are rotated within each vector, and rows with two.
 *
 * <p>Written out for the reasons that {@link EightLanes} gives.
 */
public final class FourLanes implements BlockFunction {
    private static final VectorSpecies<Long> FOUR = LongVector.SPECIES_256;
    private static final long LOW = 0xFFFF_FFFFL;
    private static final VectorMask<Long> EVEN = VectorMask.fromValues(FOUR, true, false, true, false);
    private static final VectorShuffle<Long> SWAP = VectorShuffle.fromValues(FOUR, 1, 0, 3, 2);
    private static final VectorShuffle<Long> COLUMN_1 = VectorShuffle.fromValues(FOUR, 1, 2, 3, 0);
    private static final VectorShuffle<Long> COLUMN_2 = VectorShuffle.fromValues(FOUR, 2, 3, 0, 1);
    private static final VectorShuffle<Long> COLUMN_3 = VectorShuffle.fromValues(FOUR, 3, 0, 1, 2);
    private static final int ROWS = 32;
    private static final int COLUMNS = 8;

    private final long[] memory;
    private final int scratch;
    private int previous;
    private int reference;
    private int added;
    private int result;

    public FourLanes(long[] memory, int scratch) {
        this.memory = memory;
        this.scratch = scratch;
    }

    /** Of word 16 r + 2 q + c: vector 8 (r / 2) + q, lane 2 (r mod 2) + c. */
    @Override
    public int position(int word) {
        int row = word >>> 4;
        int pair = word >>> 1 & 7;
        return (row >>> 1 << 5) + (pair << 2) + ((row & 1) << 1) + (word & 1);
    }

    @Override
    public void mix(int previous, int reference, int over, int target) {
        this.previous = previous;
        this.reference = reference;
        this.added = over;
        this.result = target;
        rows(memory, previous, reference, scratch);
        rows(memory, previous + ROWS, reference + ROWS, scratch + ROWS);
        rows(memory, previous + 2 * ROWS, reference + 2 * ROWS, scratch + 2 * ROWS);
        rows(memory, previous + 3 * ROWS, reference + 3 * ROWS, scratch + 3 * ROWS);
        columns(0);
        columns(COLUMNS);
        columns(2 * COLUMNS);
        columns(3 * COLUMNS);
    }

    /** Of the sum of two blocks, two rows. */
    private static void rows(long[] m, int one, int other, int target) {
        LongVector a1 = LongVector.fromArray(FOUR, m, one).lanewise(XOR, LongVector.fromArray(FOUR, m, other));
        LongVector a2 = LongVector.fromArray(FOUR, m, one + 4).lanewise(XOR, LongVector.fromArray(FOUR, m, other + 4));
        LongVector b1 = LongVector.fromArray(FOUR, m, one + 8).lanewise(XOR, LongVector.fromArray(FOUR, m, other + 8));
        LongVector b2 =
                LongVector.fromArray(FOUR, m, one + 12).lanewise(XOR, LongVector.fromArray(FOUR, m, other + 12));
        LongVector c1 =
                LongVector.fromArray(FOUR, m, one + 16).lanewise(XOR, LongVector.fromArray(FOUR, m, other + 16));
        LongVector c2 =
                LongVector.fromArray(FOUR, m, one + 20).lanewise(XOR, LongVector.fromArray(FOUR, m, other + 20));
        LongVector d1 =
                LongVector.fromArray(FOUR, m, one + 24).lanewise(XOR, LongVector.fromArray(FOUR, m, other + 24));
        LongVector d2 =
                LongVector.fromArray(FOUR, m, one + 28).lanewise(XOR, LongVector.fromArray(FOUR, m, other + 28));
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
        LongVector e1 = b1.blend(b2, EVEN).rearrange(SWAP);
        LongVector e2 = b2.blend(b1, EVEN).rearrange(SWAP);
        LongVector f1 = d2.blend(d1, EVEN).rearrange(SWAP);
        LongVector f2 = d1.blend(d2, EVEN).rearrange(SWAP);
        a1 = a1.add(e1).add(a1.and(LOW).mul(e1.and(LOW)).lanewise(LSHL, 1));
        a2 = a2.add(e2).add(a2.and(LOW).mul(e2.and(LOW)).lanewise(LSHL, 1));
        f1 = f1.lanewise(XOR, a1).lanewise(ROR, 32);
        f2 = f2.lanewise(XOR, a2).lanewise(ROR, 32);
        c2 = c2.add(f1).add(c2.and(LOW).mul(f1.and(LOW)).lanewise(LSHL, 1));
        c1 = c1.add(f2).add(c1.and(LOW).mul(f2.and(LOW)).lanewise(LSHL, 1));
        e1 = e1.lanewise(XOR, c2).lanewise(ROR, 24);
        e2 = e2.lanewise(XOR, c1).lanewise(ROR, 24);
        a1 = a1.add(e1).add(a1.and(LOW).mul(e1.and(LOW)).lanewise(LSHL, 1));
        a2 = a2.add(e2).add(a2.and(LOW).mul(e2.and(LOW)).lanewise(LSHL, 1));
        f1 = f1.lanewise(XOR, a1).lanewise(ROR, 16);
        f2 = f2.lanewise(XOR, a2).lanewise(ROR, 16);
        c2 = c2.add(f1).add(c2.and(LOW).mul(f1.and(LOW)).lanewise(LSHL, 1));
        c1 = c1.add(f2).add(c1.and(LOW).mul(f2.and(LOW)).lanewise(LSHL, 1));
        e1 = e1.lanewise(XOR, c2).lanewise(ROR, 63);
        e2 = e2.lanewise(XOR, c1).lanewise(ROR, 63);
        e1 = e1.rearrange(SWAP);
        e2 = e2.rearrange(SWAP);
        f1 = f1.rearrange(SWAP);
        f2 = f2.rearrange(SWAP);
        a1.intoArray(m, target);
        a2.intoArray(m, target + 4);
        e1.blend(e2, EVEN).intoArray(m, target + 8);
        e2.blend(e1, EVEN).intoArray(m, target + 12);
        c1.intoArray(m, target + 16);
        c2.intoArray(m, target + 20);
        f2.blend(f1, EVEN).intoArray(m, target + 24);
        f1.blend(f2, EVEN).intoArray(m, target + 28);
    }

    /** Two columns, and all that is added to them in the end. */
    private void columns(int from) {
        long[] m = memory;
        int at = scratch + from;
        int one = previous + from;
        int other = reference + from;
        int over = added + from;
        int target = result + from;
        LongVector a1 = LongVector.fromArray(FOUR, m, at);
        LongVector b1 = LongVector.fromArray(FOUR, m, at + 32);
        LongVector c1 = LongVector.fromArray(FOUR, m, at + 64);
        LongVector d1 = LongVector.fromArray(FOUR, m, at + 96);
        LongVector a2 = LongVector.fromArray(FOUR, m, at + 4);
        LongVector b2 = LongVector.fromArray(FOUR, m, at + 36);
        LongVector c2 = LongVector.fromArray(FOUR, m, at + 68);
        LongVector d2 = LongVector.fromArray(FOUR, m, at + 100);
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
        a1.lanewise(XOR, LongVector.fromArray(FOUR, m, one))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, other))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, over))
                .intoArray(m, target);
        b1.lanewise(XOR, LongVector.fromArray(FOUR, m, one + 32))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, other + 32))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, over + 32))
                .intoArray(m, target + 32);
        c1.lanewise(XOR, LongVector.fromArray(FOUR, m, one + 64))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, other + 64))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, over + 64))
                .intoArray(m, target + 64);
        d1.lanewise(XOR, LongVector.fromArray(FOUR, m, one + 96))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, other + 96))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, over + 96))
                .intoArray(m, target + 96);
        a2.lanewise(XOR, LongVector.fromArray(FOUR, m, one + 4))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, other + 4))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, over + 4))
                .intoArray(m, target + 4);
        b2.lanewise(XOR, LongVector.fromArray(FOUR, m, one + 36))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, other + 36))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, over + 36))
                .intoArray(m, target + 36);
        c2.lanewise(XOR, LongVector.fromArray(FOUR, m, one + 68))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, other + 68))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, over + 68))
                .intoArray(m, target + 68);
        d2.lanewise(XOR, LongVector.fromArray(FOUR, m, one + 100))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, other + 100))
                .lanewise(XOR, LongVector.fromArray(FOUR, m, over + 100))
                .intoArray(m, target + 100);
    }
}

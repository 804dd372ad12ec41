package dev.atrium.passwordhash.argon2;

/** A quarter of a lane, in one pass. */
record Segment(Argon2Cost cost, int pass, int slice, int lane) {
    private static final int SLICES = 4;

    /** The first block that is made here: the first two of a lane are there before. */
    int begin() {
        return pass == 0 && slice == 0 ? 2 : 0;
    }

    /** The number of the segment's block with this index. */
    int block(int index) {
        return lane * cost.lane() + slice * cost.segment() + index;
    }

    /** The block before, of the lane's end if this is its first. */
    int previous(int index) {
        int block = block(index);
        return slice == 0 && index == 0 ? block + cost.lane() - 1 : block - 1;
    }

    /**
     * The block that the address leads to (RFC 9106, sections 3.4.1.1 and 3.4.2).
     *
     * @param low J1, the lower half of the address
     * @param high J2, its upper half
     */
    int reference(int index, long low, long high) {
        boolean alone = pass == 0 && slice == 0;
        int of = alone ? lane : (int) (high % cost.lanes());
        long area = area(index, of == lane);
        long square = (low * low) >>> Integer.SIZE;
        long back = area - 1 - ((area * square) >>> Integer.SIZE);
        long start = pass == 0 || slice == SLICES - 1 ? 0 : (long) (slice + 1) * cost.segment();
        return of * cost.lane() + (int) ((start + back) % cost.lane());
    }

    /** How many blocks it may refer to: all that are finished; of this segment only where it is of the same lane. */
    private int area(int index, boolean sameLane) {
        int finished = pass == 0 ? slice * cost.segment() : cost.lane() - cost.segment();
        if (sameLane) {
            return finished + index - 1;
        }
        return index == 0 ? finished - 1 : finished;
    }
}

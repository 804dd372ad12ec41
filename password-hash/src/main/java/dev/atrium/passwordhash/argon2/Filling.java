package dev.atrium.passwordhash.argon2;

import static dev.atrium.passwordhash.argon2.BlockFunction.WORDS;

import java.util.Arrays;

/**
 * Fills the memory of one hash, pass after pass (RFC 9106, section 3.2, steps 5 and 6). Behind the blocks it keeps four of
 * its own: one of zeros, two for the addresses that do not depend on the password, and one for the block function.
 */
final class Filling {
    private static final int OWN_BLOCKS = 4;
    private static final int SLICES = 4;
    private static final int HALF = SLICES / 2;
    private static final long LOW = 0xFFFF_FFFFL;

    private final BlockFunction function;
    private final Argon2Cost cost;
    private final long[] memory;
    private final int zeros;
    private final int counter;
    private final int addresses;

    Filling(BlockFunction function, Argon2Cost cost, long[] memory) {
        this.function = function;
        this.cost = cost;
        this.memory = memory;
        this.zeros = cost.blocks() * WORDS;
        this.counter = zeros + WORDS;
        this.addresses = counter + WORDS;
        Arrays.fill(memory, zeros, counter, 0);
    }

    static int words(Argon2Cost cost) {
        return (cost.blocks() + OWN_BLOCKS) * WORDS;
    }

    /** Where the block for the block function begins. */
    static int scratch(Argon2Cost cost) {
        return (cost.blocks() + OWN_BLOCKS - 1) * WORDS;
    }

    void run() {
        for (int pass = 0; pass < cost.passes(); pass++) {
            for (int slice = 0; slice < SLICES; slice++) {
                for (int lane = 0; lane < cost.lanes(); lane++) {
                    fill(new Segment(cost, pass, slice, lane));
                }
            }
        }
    }

    /** In the first half of the first pass an observer of the memory learns nothing of the password (section 3.4.1.3). */
    private void fill(Segment segment) {
        if (segment.pass() == 0 && segment.slice() < HALF) {
            fillByAddresses(segment);
        } else {
            fillByData(segment);
        }
    }

    private void fillByData(Segment segment) {
        for (int index = segment.begin(); index < cost.segment(); index++) {
            int previous = segment.previous(index) * WORDS;
            mix(segment, index, previous, memory[previous]);
        }
    }

    private void fillByAddresses(Segment segment) {
        begin(segment);
        for (int index = 0; index < cost.segment(); index++) {
            if (index % WORDS == 0) {
                nextAddresses(index / WORDS + 1);
            }
            if (index >= segment.begin()) {
                long address = memory[addresses + function.position(index % WORDS)];
                mix(segment, index, segment.previous(index) * WORDS, address);
            }
        }
    }

    private void mix(Segment segment, int index, int previous, long address) {
        int target = segment.block(index) * WORDS;
        int reference = segment.reference(index, address & LOW, address >>> Integer.SIZE) * WORDS;
        function.mix(previous, reference, segment.pass() == 0 ? zeros : target, target);
    }

    private void begin(Segment segment) {
        Arrays.fill(memory, counter, addresses, 0);
        long[] words = {segment.pass(), segment.lane(), segment.slice(), cost.blocks(), cost.passes(), Argon2id.TYPE};
        for (int word = 0; word < words.length; word++) {
            memory[counter + function.position(word)] = words[word];
        }
    }

    private void nextAddresses(int number) {
        memory[counter + function.position(6)] = number;
        function.mix(zeros, counter, zeros, addresses);
        function.mix(zeros, addresses, zeros, addresses);
    }
}

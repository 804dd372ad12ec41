package dev.atrium.passwordhash.argon2;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Argon2id, version 1.3 (RFC 9106, section 3.2), with a block function of choice. */
public final class Argon2id {
    static final int TYPE = 2;
    static final int VERSION = 0x13;

    private final BlockFunction.Factory functions;

    public Argon2id(BlockFunction.Factory functions) {
        this.functions = functions;
    }

    /** How many words of memory a hash of this cost needs. */
    public static int words(Argon2Cost cost) {
        return Filling.words(cost);
    }

    /**
     * @param memory at least as long as {@link #words} says; what is in it does not matter. Afterwards it holds what the
     *     password can be guessed by, and must be wiped
     */
    public byte[] hash(Argon2Input input, Argon2Cost cost, long[] memory) {
        BlockFunction function = functions.on(memory, Filling.scratch(cost));
        begin(input, cost, function, memory);
        new Filling(function, cost, memory).run();
        byte[] last = lastBlock(function, cost, memory);
        byte[] digest = VariableHash.of(last, cost.length());
        Arrays.fill(last, (byte) 0);
        return digest;
    }

    /** The first two blocks of each lane. What they are made of is wiped: a guess at the password costs nothing with it. */
    private static void begin(Argon2Input input, Argon2Cost cost, BlockFunction function, long[] memory) {
        byte[] first = firstHash(input, cost);
        byte[] seed = Arrays.copyOf(first, first.length + 2 * Integer.BYTES);
        for (int lane = 0; lane < cost.lanes(); lane++) {
            for (int block = 0; block < 2; block++) {
                System.arraycopy(LittleEndian.bytes(block, lane), 0, seed, first.length, 2 * Integer.BYTES);
                byte[] bytes = VariableHash.of(seed, BlockFunction.WORDS * Long.BYTES);
                read(bytes, function, memory, (lane * cost.lane() + block) * BlockFunction.WORDS);
                Arrays.fill(bytes, (byte) 0);
            }
        }
        Arrays.fill(seed, (byte) 0);
        Arrays.fill(first, (byte) 0);
    }

    private static byte[] firstHash(Argon2Input input, Argon2Cost cost) {
        return VariableHash.blake2b(
                LittleEndian.bytes(cost.lanes(), cost.length(), cost.memory(), cost.passes(), VERSION, TYPE),
                LittleEndian.bytes(input.password().length),
                input.password(),
                LittleEndian.bytes(input.salt().length),
                input.salt(),
                LittleEndian.bytes(input.secret().length),
                input.secret(),
                LittleEndian.bytes(input.data().length),
                input.data());
    }

    private static void read(byte[] bytes, BlockFunction function, long[] memory, int at) {
        for (int word = 0; word < BlockFunction.WORDS; word++) {
            memory[at + function.position(word)] = LittleEndian.word(bytes, word);
        }
    }

    /** The last blocks of all lanes, added by exclusive or. */
    private static byte[] lastBlock(BlockFunction function, Argon2Cost cost, long[] memory) {
        byte[] bytes = new byte[BlockFunction.WORDS * Long.BYTES];
        for (int word = 0; word < BlockFunction.WORDS; word++) {
            int position = function.position(word);
            long sum = IntStream.rangeClosed(1, cost.lanes())
                    .mapToLong(lane -> memory[(lane * cost.lane() - 1) * BlockFunction.WORDS + position])
                    .reduce(0, (one, other) -> one ^ other);
            LittleEndian.put(bytes, word, sum);
        }
        return bytes;
    }
}

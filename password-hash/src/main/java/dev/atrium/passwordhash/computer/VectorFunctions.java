package dev.atrium.passwordhash.computer;

import dev.atrium.passwordhash.argon2.BlockFunction;
import dev.atrium.passwordhash.argon2.EightLanes;
import dev.atrium.passwordhash.argon2.FourLanes;
import java.util.Map;
import jdk.incubator.vector.LongVector;

/** The block functions with vectors: only for a server that was started with the module. */
final class VectorFunctions {
    private static final int EIGHT = 8;
    private static final int FOUR = 4;

    private VectorFunctions() {}

    /** By name, those whose vectors the processor has. */
    static Map<String, BlockFunction.Factory> forThisProcessor() {
        return switch (LongVector.SPECIES_PREFERRED.length()) {
            case EIGHT -> Map.of("vectors of 512 bits", EightLanes::new);
            case FOUR -> Map.of("vectors of 256 bits", FourLanes::new);
            default -> Map.of();
        };
    }
}

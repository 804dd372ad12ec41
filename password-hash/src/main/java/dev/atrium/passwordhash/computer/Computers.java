package dev.atrium.passwordhash.computer;

import dev.atrium.passwordhash.argon2.ScalarBlocks;
import java.util.List;
import java.util.stream.Stream;

/** The ways to compute a hash that this Java and this processor have. */
public final class Computers {
    public static final String SCALAR = "scalar";
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private Computers() {}

    /** @param atOnce how many hashes, of all of them together, may be computed at a time */
    public static List<HashComputer> available(int atOnce) {
        MemoryPool pool = new MemoryPool(atOnce);
        Stream<HashComputer> scalar = Stream.of(new HashComputer(SCALAR, ScalarBlocks::new, pool));
        return Stream.concat(scalar, vectors(pool)).toList();
    }

    /** Whether the server was started with the module; without it, nothing here may touch a class that uses it. */
    public static boolean hasVectors() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    }

    private static Stream<HashComputer> vectors(MemoryPool pool) {
        return hasVectors()
                ? VectorFunctions.forThisProcessor().entrySet().stream()
                        .map(kind -> new HashComputer(kind.getKey(), kind.getValue(), pool))
                : Stream.empty();
    }
}

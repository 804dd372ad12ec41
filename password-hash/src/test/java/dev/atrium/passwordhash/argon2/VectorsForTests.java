package dev.atrium.passwordhash.argon2;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** In a class of its own, which is loaded only with the module. */
final class VectorsForTests {
    private VectorsForTests() {}

    static Stream<Arguments> all() {
        return Stream.of(
                Arguments.of("vectors of 512 bits", (BlockFunction.Factory) EightLanes::new),
                Arguments.of("vectors of 256 bits", (BlockFunction.Factory) FourLanes::new));
    }
}

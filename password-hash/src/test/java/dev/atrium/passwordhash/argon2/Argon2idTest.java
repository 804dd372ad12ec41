package dev.atrium.passwordhash.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atrium.passwordhash.computer.Computers;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Argon2idTest {
    private static final int HASHES = Integer.getInteger("atrium.hashes", 1_000);
    private static final long SEED = Long.getLong("atrium.seed", 20_261_130);

    /** Those of four and eight words also work, slowly, on a processor without such vectors. */
    static Stream<Arguments> functions() {
        Stream<Arguments> scalar = Stream.of(Arguments.of("scalar", (BlockFunction.Factory) ScalarBlocks::new));
        return Computers.hasVectors() ? Stream.concat(scalar, VectorsForTests.all()) : scalar;
    }

    @Test
    void the_tests_run_with_the_vector_module() {
        assertThat(Computers.hasVectors()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void the_vector_of_RFC_9106_comes_out(String name, BlockFunction.Factory functions) {
        Argon2Input input = new Argon2Input(bytes(1, 32), bytes(2, 16), bytes(3, 8), bytes(4, 12));
        Argon2Cost cost = new Argon2Cost(32, 3, 4, 32);
        byte[] digest = new Argon2id(functions).hash(input, cost, new long[Argon2id.words(cost)]);
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void passwords_salts_and_costs_of_all_kinds_are_hashed_as_by_the_library_of_Keycloak(
            String name, BlockFunction.Factory functions) {
        assertThat(RandomHashes.differences(functions, HASHES, SEED))
                .as("seed " + SEED)
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void a_password_of_10_000_bytes_and_an_empty_one_are_hashed_as_by_the_library(
            String name, BlockFunction.Factory functions) {
        Argon2Cost keycloaks = new Argon2Cost(7168, 5, 1, 32);
        for (int length : new int[] {0, 10_000}) {
            Argon2Input input = new Argon2Input(bytes(7, length), bytes(2, 16));
            assertThat(new Argon2id(functions).hash(input, keycloaks, new long[Argon2id.words(keycloaks)]))
                    .isEqualTo(BouncyCastle.hash(input, keycloaks));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void each_word_of_a_block_has_a_place_of_its_own_and_the_first_is_first(
            String name, BlockFunction.Factory functions) {
        BlockFunction function = functions.on(new long[BlockFunction.WORDS], 0);
        assertThat(Stream.iterate(0, word -> word < BlockFunction.WORDS, word -> word + 1)
                        .map(function::position))
                .startsWith(0)
                .doesNotHaveDuplicates()
                .allMatch(position -> position >= 0 && position < BlockFunction.WORDS);
    }

    @Test
    void a_cost_that_is_none_is_refused() {
        assertThatThrownBy(() -> new Argon2Cost(7, 1, 1, 32)).hasMessageContaining("7 KiB");
        assertThatThrownBy(() -> new Argon2Cost(31, 1, 4, 32)).hasMessageContaining("4 lanes");
        assertThatThrownBy(() -> new Argon2Cost(8, 0, 1, 32)).hasMessageContaining("0 passes");
        assertThatThrownBy(() -> new Argon2Cost(8, 1, 1, 3)).hasMessageContaining("3 bytes");
        assertThatThrownBy(() -> new Argon2Cost(8, 1, 0, 32)).hasMessageContaining("0 lanes");
    }

    private static byte[] bytes(int value, int length) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}

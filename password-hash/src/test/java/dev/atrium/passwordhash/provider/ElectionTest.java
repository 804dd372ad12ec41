package dev.atrium.passwordhash.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.passwordhash.computer.HashComputer;
import dev.atrium.passwordhash.computer.TestComputers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ElectionTest {
    private static final HashComputer WRONG = TestComputers.wrong(new AtomicBoolean(true));

    @Test
    void what_computes_wrongly_is_never_elected() {
        assertThat(elect(ComputerChoice.SCALAR, WRONG)).isEmpty();
    }

    @Test
    void what_is_right_is_elected_where_it_is_forced() {
        assertThat(elect(ComputerChoice.VECTOR, WRONG, TestComputers.right()))
                .get()
                .extracting(elected -> elected.computer().name())
                .isEqualTo("right");
    }

    @Test
    void nothing_is_elected_for_another_type() {
        Argon2Settings usual = KeycloaksProvider.CHEAP;
        Argon2Settings other = new Argon2Settings(
                usual.version(), "i", usual.length(), usual.memory(), usual.iterations(), usual.parallelism());
        KeycloaksHash keycloaks = new KeycloaksHash(KeycloaksProvider.with(KeycloaksProvider.CHEAP));
        assertThat(new Election(keycloaks, other, ComputerChoice.VECTOR).hold(List.of(TestComputers.right())))
                .isEmpty();
    }

    private static Optional<ElectedComputer> elect(ComputerChoice choice, HashComputer... candidates) {
        KeycloaksHash keycloaks = new KeycloaksHash(KeycloaksProvider.with(KeycloaksProvider.CHEAP));
        return new Election(keycloaks, KeycloaksProvider.CHEAP, choice).hold(List.of(candidates));
    }
}

package dev.atrium.passwordhash.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atrium.passwordhash.computer.HashComputer;
import dev.atrium.passwordhash.computer.TestComputers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.credential.PasswordCredentialModel;

class Argon2HashProviderTest {
    private static final PasswordHashProvider KEYCLOAKS = KeycloaksProvider.with(KeycloaksProvider.CHEAP);
    private static final int ENOUGH_TO_BE_CHECKED = 300;

    private final ServingComputer serving = new ServingComputer(KeycloaksProvider.CHEAP);
    private final PasswordHashProvider provider =
            new Argon2HashProvider(KEYCLOAKS, KeycloaksProvider.CHEAP, serving, Supplier::get);

    private void serve(HashComputer computer, Duration time) {
        serving.serve(Optional.of(new ElectedComputer(computer, time)));
    }

    @Nested
    class Given_a_way_that_is_right {
        Given_a_way_that_is_right() {
            serve(TestComputers.right(), Duration.ofHours(1));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "secret", "Paßwort", "密码🔑", "a b\tc\u0000d"})
        void what_is_stored_verifies_with_Keycloaks_own_and_back(String password) {
            assertThat(KEYCLOAKS.verify(password, provider.encodedCredential(password, -1)))
                    .isTrue();
            assertThat(provider.verify(password, KEYCLOAKS.encodedCredential(password, -1)))
                    .isTrue();
        }

        @Test
        void another_password_does_not_verify() {
            assertThat(provider.verify("Secret", KEYCLOAKS.encodedCredential("secret", -1)))
                    .isFalse();
        }

        @Test
        void what_is_stored_looks_as_Keycloaks_own() {
            PasswordCredentialModel ours = provider.encodedCredential("secret", 3);
            PasswordCredentialModel theirs = KEYCLOAKS.encodedCredential("secret", 3);
            assertThat(ours.getCredentialData()).isEqualTo(theirs.getCredentialData());
            assertThat(ours.getSecretData()).hasSameSizeAs(theirs.getSecretData());
            assertThat(provider.policyCheck(null, provider.encodedCredential("secret", -1)))
                    .isEqualTo(KEYCLOAKS.policyCheck(null, KEYCLOAKS.encodedCredential("secret", -1)))
                    .isTrue();
        }

        @Test
        void more_iterations_than_Keycloak_takes_are_its_default() {
            assertThat(provider.encodedCredential("secret", 27_500).getCredentialData())
                    .isEqualTo(KEYCLOAKS.encodedCredential("secret", 27_500).getCredentialData());
        }

        @Test
        void half_of_a_surrogate_pair_is_answered_as_by_Keycloak() {
            String half = "secret\uD83D";
            assertThatThrownBy(() -> KEYCLOAKS.encodedCredential(half, -1)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> provider.encodedCredential(half, -1)).isInstanceOf(RuntimeException.class);
        }
    }

    @Nested
    class Given_a_way_that_becomes_wrong {
        private final AtomicBoolean wrong = new AtomicBoolean();

        Given_a_way_that_becomes_wrong() {
            serve(TestComputers.wrong(wrong), Duration.ofHours(1));
        }

        @Test
        void it_is_found_out_and_Keycloaks_own_serves() {
            PasswordCredentialModel stored = provider.encodedCredential("secret", 1);
            wrong.set(true);
            for (int hash = 0; hash < ENOUGH_TO_BE_CHECKED; hash++) {
                provider.verify("secret", stored);
            }
            assertThat(serving.name()).isEmpty();
            assertThat(provider.verify("secret", stored)).isTrue();
        }
    }

    @Nested
    class Given_a_way_that_becomes_slow {
        Given_a_way_that_becomes_slow() {
            serve(TestComputers.right(), Duration.ofNanos(1_000));
        }

        @Test
        void Keycloaks_own_serves() {
            for (int hash = 0; hash < ENOUGH_TO_BE_CHECKED; hash++) {
                provider.encodedCredential("secret", -1);
            }
            assertThat(serving.name()).isEmpty();
        }
    }
}

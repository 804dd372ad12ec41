package dev.atrium.passwordhash.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.atrium.passwordhash.computer.HashComputer;
import dev.atrium.passwordhash.computer.TestComputers;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.dto.PasswordSecretData;

class Argon2HashProviderTest {
    private static final PasswordHashProvider KEYCLOAKS = KeycloaksProvider.with(KeycloaksProvider.CHEAP);
    private static final SimpleMeterRegistry METRICS = new SimpleMeterRegistry();
    private static final int ENOUGH_TO_BE_CHECKED = 300;

    private final ServingComputer serving = new ServingComputer(KeycloaksProvider.CHEAP);
    private final PasswordHashProvider provider =
            new Argon2HashProvider(KEYCLOAKS, KeycloaksProvider.CHEAP, serving, Supplier::get);

    @BeforeAll
    static void measure() {
        Metrics.globalRegistry.add(METRICS);
    }

    @AfterAll
    static void measureNoMore() {
        Metrics.globalRegistry.remove(METRICS);
    }

    private void serve(HashComputer computer, Duration time) {
        serving.serve(Optional.of(new ElectedComputer(computer, time)));
    }

    static List<String> passwords() {
        return List.of("", "secret", "Paßwort", "密码🔑", "a b\tc\u0000d", "ä🔑".repeat(5_000), "x".repeat(10_000));
    }

    @Nested
    class Given_a_way_that_is_right {
        Given_a_way_that_is_right() {
            serve(TestComputers.right(), Duration.ofHours(1));
        }

        @ParameterizedTest
        @MethodSource("dev.atrium.passwordhash.provider.Argon2HashProviderTest#passwords")
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
            PasswordCredentialModel stored = KEYCLOAKS.encodedCredential("secret", -1);
            for (String half : List.of("secret\uD83D", "\uDD11secret", "\uDD11\uD83D", "secret\uD83D?")) {
                Throwable theirs = catchThrowable(() -> KEYCLOAKS.verify(half, stored));
                assertThat(theirs).isNotNull();
                assertThatThrownBy(() -> provider.verify(half, stored)).hasSameClassAs(theirs);
                assertThatThrownBy(() -> provider.encodedCredential(half, -1)).hasSameClassAs(theirs);
            }
            assertThat(serving.name()).isNotEmpty();
        }
    }

    @Nested
    class Given_a_way_that_becomes_wrong {
        private final AtomicBoolean wrong = new AtomicBoolean();

        Given_a_way_that_becomes_wrong() {
            serve(TestComputers.wrong(wrong), Duration.ofHours(1));
        }

        @Test
        void it_is_found_out_and_counted_and_Keycloaks_own_serves() {
            PasswordCredentialModel stored = provider.encodedCredential("secret", 1);
            double before = withdrawn("wrong");
            wrong.set(true);
            hash(() -> provider.verify("secret", stored));
            assertThat(serving.name()).isEmpty();
            assertThat(provider.verify("secret", stored)).isTrue();
            assertThat(withdrawn("wrong")).isEqualTo(before + 1);
        }

        /** The sample that shows it is answered as by Keycloak. */
        @Test
        void what_is_stored_when_it_is_found_out_is_Keycloaks() {
            wrong.set(true);
            PasswordCredentialModel last = provider.encodedCredential("secret", -1);
            assertThat(KEYCLOAKS.verify("secret", last)).isFalse();
            for (int hash = 0; hash < ENOUGH_TO_BE_CHECKED && serving.name().isPresent(); hash++) {
                last = provider.encodedCredential("secret", -1);
            }
            assertThat(serving.name()).isEmpty();
            assertThat(KEYCLOAKS.verify("secret", last)).isTrue();
        }
    }

    @Nested
    class Given_a_way_that_becomes_slow {
        Given_a_way_that_becomes_slow() {
            serve(TestComputers.slow(), Duration.ofNanos(1_000));
        }

        @Test
        void it_is_counted_and_Keycloaks_own_serves() {
            double before = withdrawn("slow");
            hash(() -> provider.encodedCredential("secret", -1));
            assertThat(serving.name()).isEmpty();
            assertThat(withdrawn("slow")).isEqualTo(before + 1);
        }
    }

    @Nested
    class Given_a_way_that_fails {
        @ParameterizedTest
        @ValueSource(
                classes = {
                    IllegalStateException.class,
                    NoClassDefFoundError.class,
                    OutOfMemoryError.class,
                    InternalError.class
                })
        void it_is_counted_and_Keycloaks_own_answers(Class<? extends Throwable> failure) {
            serve(TestComputers.failing(failure), Duration.ofHours(1));
            double before = withdrawn("failed");
            assertThat(provider.verify("secret", KEYCLOAKS.encodedCredential("secret", -1)))
                    .isTrue();
            assertThat(serving.name()).isEmpty();
            assertThat(withdrawn("failed")).isEqualTo(before + 1);
        }
    }

    @Nested
    class Given_imported_passwords_that_cost_more_memory_than_there_is {
        private final PasswordCredentialModel costly = KeycloaksProvider.with(
                        new Argon2Settings("1.3", "id", 32, 71, 1, 1))
                .encodedCredential("secret", -1);

        Given_imported_passwords_that_cost_more_memory_than_there_is() {
            serve(TestComputers.failing(OutOfMemoryError.class), Duration.ofHours(1));
        }

        @Test
        void Keycloaks_own_answers_and_ours_goes_on_for_all_others() {
            double before = withdrawn("failed");
            assertThat(provider.verify("secret", costly)).isTrue();
            assertThat(provider.verify("Secret", costly)).isFalse();
            assertThat(serving.name()).contains("failing");
            assertThat(withdrawn("failed")).isEqualTo(before);
        }
    }

    @Nested
    class Given_settings_that_are_not_ours {
        Given_settings_that_are_not_ours() {
            serve(TestComputers.failing(AssertionError.class), Duration.ofHours(1));
        }

        @ParameterizedTest
        @CsvSource({"1.0, id, 32, 64, 1", "1.3, i, 32, 64, 1", "1.3, d, 32, 64, 1", "1.0, d, 16, 64, 2"})
        void Keycloaks_own_computes(String version, String type, int length, int memory, int lanes) {
            PasswordHashProvider odd =
                    KeycloaksProvider.with(new Argon2Settings(version, type, length, memory, 1, lanes));
            PasswordCredentialModel stored = odd.encodedCredential("secret", -1);
            assertThat(provider.verify("secret", stored)).isTrue();
            assertThat(provider.verify("Secret", stored)).isFalse();
            assertThat(serving.name()).contains("failing");
        }
    }

    @Nested
    class Given_what_an_import_has_left_out {
        private final PasswordCredentialModel whole = KEYCLOAKS.encodedCredential("secret", -1);

        Given_what_an_import_has_left_out() {
            serve(TestComputers.right(), Duration.ofHours(1));
        }

        @Test
        void without_a_salt_Keycloaks_own_answers_and_ours_goes_on() {
            PasswordCredentialModel stored =
                    with(new PasswordSecretData(whole.getPasswordSecretData().getValue(), (byte[]) null));

            assertThat(provider.verify("secret", stored)).isEqualTo(KEYCLOAKS.verify("secret", stored));
            assertThat(serving.name()).isPresent();
        }

        @Test
        void without_a_digest_no_password_is_right() {
            PasswordCredentialModel stored = with(
                    new PasswordSecretData(null, whole.getPasswordSecretData().getSalt()));

            assertThat(provider.verify("secret", stored)).isFalse();
            assertThat(serving.name()).isPresent();
        }

        private PasswordCredentialModel with(PasswordSecretData secret) {
            return PasswordCredentialModel.createFromValues(whole.getPasswordCredentialData(), secret);
        }
    }

    @Nested
    class Given_other_lanes_lengths_and_memory {
        Given_other_lanes_lengths_and_memory() {
            serve(TestComputers.right(), Duration.ofHours(1));
        }

        @ParameterizedTest
        @CsvSource({"32, 64, 4", "16, 71, 2", "64, 33, 1", "33, 130, 3"})
        void what_Keycloak_stored_verifies(int length, int memory, int lanes) {
            PasswordHashProvider odd =
                    KeycloaksProvider.with(new Argon2Settings("1.3", "id", length, memory, 3, lanes));
            PasswordCredentialModel stored = odd.encodedCredential("secret", -1);
            assertThat(provider.verify("secret", stored)).isTrue();
            assertThat(provider.verify("Secret", stored)).isFalse();
        }
    }

    private static void hash(Runnable one) {
        for (int hash = 0; hash < ENOUGH_TO_BE_CHECKED; hash++) {
            one.run();
        }
    }

    private static double withdrawn(String reason) {
        return METRICS.counter("atrium.password.hash.withdrawn", "reason", reason)
                .count();
    }
}

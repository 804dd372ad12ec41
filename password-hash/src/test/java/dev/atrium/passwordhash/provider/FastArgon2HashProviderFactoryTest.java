package dev.atrium.passwordhash.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.crypto.hash.Argon2PasswordHashProviderFactory;
import org.keycloak.provider.ProviderConfigProperty;

class FastArgon2HashProviderFactoryTest {
    private static final String OPTION = "keycloak.password-hashing.argon2.computer";

    private static final String CORES = "keycloak.password-hashing.argon2.cpuCores";

    private final FastArgon2HashProviderFactory ours = new FastArgon2HashProviderFactory();
    private final Argon2PasswordHashProviderFactory keycloaks = new Argon2PasswordHashProviderFactory();
    private final Config.Scope config = new Config.SystemPropertiesConfigProvider().scope("password-hashing", "argon2");

    @AfterEach
    void asBefore() {
        Profile.reset();
        System.clearProperty(OPTION);
        System.clearProperty(CORES);
    }

    @Test
    void takes_the_place_of_Keycloaks_own_and_its_options() {
        assertThat(ours.getId()).isEqualTo(keycloaks.getId());
        assertThat(ours.order()).isGreaterThan(keycloaks.order());
        assertThat(ours.getConfigMetadata())
                .extracting(ProviderConfigProperty::getName)
                .containsAll(keycloaks.getConfigMetadata().stream()
                        .map(ProviderConfigProperty::getName)
                        .toList())
                .contains("computer");
    }

    @Test
    void as_many_hashes_at_once_as_Keycloaks_option_says_and_else_as_there_are_processors() {
        assertThat(FastArgon2HashProviderFactory.atOnce(config))
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        System.setProperty(CORES, "3");
        assertThat(FastArgon2HashProviderFactory.atOnce(config)).isEqualTo(3);
    }

    @Nested
    class Given_FIPS {
        Given_FIPS() {
            Profile.init(Profile.ProfileName.DEFAULT, Map.of(Profile.Feature.FIPS, true));
        }

        @Test
        void it_is_not_there_as_Keycloaks_own_is_not() {
            assertThat(keycloaks.isSupported(config)).isFalse();
            assertThat(ours.isSupported(config)).isFalse();
        }
    }

    @Nested
    class Given_no_FIPS {
        Given_no_FIPS() {
            Profile.init(Profile.ProfileName.DEFAULT, Map.of(Profile.Feature.FIPS, false));
        }

        @Test
        void it_is_there() {
            assertThat(ours.isSupported(config)).isTrue();
        }
    }

    @Nested
    class Given_the_option {
        @Test
        void what_it_does_not_know_is_refused_with_what_it_knows() {
            System.setProperty(OPTION, "fast");
            assertThatThrownBy(() -> ours.init(config))
                    .hasMessage(
                            "spi-password-hashing--argon2--computer must be one of [auto, keycloak, scalar, vector],"
                                    + " not 'fast'");
        }

        @Test
        void its_values_are_taken() {
            for (String value : ComputerChoice.texts()) {
                System.setProperty(OPTION, value);
                ours.init(config);
                assertThat(ComputerChoice.parse(value)).isNotNull();
            }
        }
    }
}

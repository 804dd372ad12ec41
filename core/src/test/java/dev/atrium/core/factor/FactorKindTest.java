package dev.atrium.core.factor;

import static dev.atrium.core.factor.FactorKind.AUTHENTICATOR_APP;
import static dev.atrium.core.factor.FactorKind.EMAIL_CODE;
import static dev.atrium.core.factor.FactorKind.PASSKEY;
import static dev.atrium.core.factor.FactorKind.RECOVERY_CODE;
import static dev.atrium.core.factor.FactorKind.SECURITY_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactorKindTest {
    @ParameterizedTest
    @EnumSource
    void any_is_a_second_factor_beside_a_password_or_a_provider(FactorKind kind) {
        assertThat(FactorKind.second(Set.of(kind), true, false)).contains(kind);
    }

    @ParameterizedTest
    @EnumSource
    void none_is_one_by_itself(FactorKind kind) {
        assertThat(FactorKind.second(Set.of(kind), false, false)).isEmpty();
    }

    @Test
    void a_password_alone_is_one_factor() {
        assertThat(FactorKind.second(Set.of(), true, true)).isEmpty();
    }

    @Test
    void a_passkey_that_verifies_the_person_is_two_by_itself() {
        assertThat(FactorKind.second(Set.of(PASSKEY), false, true)).contains(PASSKEY);
    }

    @Test
    void two_keys_are_one_kind() {
        assertThat(FactorKind.second(Set.of(PASSKEY, SECURITY_KEY), false, false))
                .isEmpty();
    }

    @Test
    void a_code_by_mail_and_one_from_an_app_are_two() {
        assertThat(FactorKind.second(Set.of(EMAIL_CODE, AUTHENTICATOR_APP), false, false))
                .isPresent();
        assertThat(FactorKind.second(Set.of(SECURITY_KEY, RECOVERY_CODE), false, false))
                .isPresent();
    }
}

package dev.atrium.core.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationClaimsTest {
    @ParameterizedTest
    @CsvSource({"mfa", "pwd mfa", "pwd otp", "mfa otp pwd", "pin hwk", "face hwk", "pwd sms"})
    void two_kinds_of_methods_are_two_factors(String methods) {
        assertThat(new AuthenticationClaims(Set.of(methods.split(" ")), "").isMultiFactor())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"pwd", "otp", "pwd pin", "otp hwk", "user geo", "MFA", "pwd rba"})
    void one_kind_is_not(String methods) {
        assertThat(new AuthenticationClaims(Set.of(methods.split(" ")), "").isMultiFactor())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://refeds.org/profile/mfa",
                "http://schemas.microsoft.com/claims/multipleauthn",
                "http://schemas.openid.net/pape/policies/2007/06/multi-factor"
            })
    void a_context_that_means_several_factors_is_enough(String context) {
        assertThat(new AuthenticationClaims(Set.of(), context).isMultiFactor()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "1", "2", "gold", "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"})
    void one_that_means_what_its_provider_wants_is_not(String context) {
        assertThat(new AuthenticationClaims(Set.of(), context).isMultiFactor()).isFalse();
    }

    @Test
    void silence_is_not() {
        assertThat(new AuthenticationClaims(Set.of(), "").isMultiFactor()).isFalse();
    }
}

package dev.atrium.core.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.login.LoginMethod;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInRequirementsTest {
    private static final LoginMethod GOOGLE = new LoginMethod.Provider("google");

    @Nested
    class Given_nothing_that_asks_for_anything {
        @Test
        void nothing_is_asked() {
            assertThat(SignInRequirements.read(Map.of())).isEqualTo(SignInRequirements.NONE);
            assertThat(read(SignInRequirements.MFA_REQUIRED, "false").areAny()).isFalse();
            assertThat(read(SignInRequirements.MFA_REQUIRED, " ").areAny()).isFalse();
        }

        @Test
        void what_an_admin_takes_away_by_null_is_nothing() {
            Map<String, List<String>> attributes = new HashMap<>();
            attributes.put(SignInRequirements.MFA_REQUIRED, null);
            attributes.put(SignInRequirements.METHODS, Collections.singletonList(null));

            assertThat(SignInRequirements.read(attributes)).isEqualTo(SignInRequirements.NONE);
        }
    }

    @Nested
    class Given_what_asks_for_something {
        @Test
        void a_second_factor_is_asked_for() {
            assertThat(read(SignInRequirements.MFA_REQUIRED, "true").secondFactor())
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"idp:google passkey", "idp:google,passkey", " idp:google ,\tpasskey "})
        void methods_may_stand_in_one_value(String text) {
            assertThat(read(SignInRequirements.METHODS, text).methods())
                    .containsExactly(GOOGLE, LoginMethod.Own.PASSKEY);
        }

        @Test
        void methods_may_be_several_values() {
            assertThat(SignInRequirements.read(
                                    Map.of(SignInRequirements.METHODS, List.of("idp:google", "passkey", "idp:google")))
                            .methods())
                    .containsExactly(GOOGLE, LoginMethod.Own.PASSKEY);
        }

        @Test
        void providers_are_trusted_by_their_alias() {
            assertThat(SignInRequirements.read(Map.of(
                                    SignInRequirements.MFA_REQUIRED,
                                    List.of("true"),
                                    SignInRequirements.TRUSTED_PROVIDERS,
                                    List.of("okta, entra")))
                            .trustedProviders())
                    .isEqualTo(Set.of("okta", "entra"));
        }
    }

    @Nested
    class Given_what_cannot_be_read {
        @ParameterizedTest
        @ValueSource(strings = {"yes", "TRUE", "1", "gold", "true false"})
        void says_what_is_right_instead(String text) {
            assertThat(problem(SignInRequirements.MFA_REQUIRED, text))
                    .startsWith("The attribute atrium.mfa-required must be true or false");
        }

        @ParameterizedTest
        @ValueSource(strings = {"google", "Passkey", "idp:", "password, sms"})
        void names_the_method_that_is_none(String text) {
            assertThat(problem(SignInRequirements.METHODS, text))
                    .contains("atrium.required-methods", "password, passkey, email-code, or idp:");
        }

        @Test
        void asks_for_what_nobody_has() {
            SignInRequirements broken = read(SignInRequirements.MFA_REQUIRED, "yes");

            assertThat(broken.areAny()).isTrue();
            assertThat(broken.problem()).isPresent();
        }
    }

    private static SignInRequirements read(String attribute, String text) {
        return SignInRequirements.read(Map.of(attribute, List.of(text)));
    }

    private static String problem(String attribute, String text) {
        return SignInRequirements.problem(Map.of(attribute, List.of(text))).orElseThrow();
    }
}

package dev.atrium.core.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atrium.core.login.DecidedBy.Source;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginMethodTest {
    private static final LoginMethod GOOGLE = new LoginMethod.Provider("google");

    @Nested
    class Given_its_text {
        @ParameterizedTest
        @ValueSource(strings = {"password", "passkey", "email-code", "idp:google", "idp:lakeside-sso"})
        void it_is_read_as_it_is_written(String text) {
            assertThat(LoginMethod.parse(text)).map(LoginMethod::text).contains(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Password", "idp:", "idp:a b", "idp:a,b", "google", "IDP:google"})
        void anything_else_is_no_method(String text) {
            assertThat(LoginMethod.parse(text)).isEmpty();
        }
    }

    @Nested
    class Given_what_is_allowed {
        @Test
        void only_what_a_rule_lists_is() {
            AllowedMethods allowed =
                    new AllowedMethods(List.of(LoginMethod.Own.PASSKEY), DecidedBy.of(Source.RULE, "*"));

            assertThat(allowed.allows(LoginMethod.Own.PASSKEY)).isTrue();
            assertThat(allowed.allows(LoginMethod.Own.PASSWORD)).isFalse();
            assertThat(allowed.allows(GOOGLE)).isFalse();
            assertThat(allowed.onlyProvider()).isEmpty();
        }

        @Test
        void where_nothing_speaks_any_provider_is_too() {
            AllowedMethods allowed =
                    new AllowedMethods(List.of(LoginMethod.Own.PASSWORD), DecidedBy.of(Source.DEFAULT, ""));

            assertThat(allowed.allows(GOOGLE)).isTrue();
            assertThat(allowed.providers()).isEmpty();
        }

        @Test
        void one_provider_alone_is_the_only_way() {
            AllowedMethods allowed =
                    new AllowedMethods(List.of(GOOGLE), DecidedBy.of(Source.ORGANIZATION, "hill.example"));

            assertThat(allowed.onlyProvider()).contains("google");
        }

        @Test
        void nothing_is_allowed_only_for_a_reason() {
            DecidedBy rule = DecidedBy.of(Source.RULE, "*");

            assertThatThrownBy(() -> new AllowedMethods(List.of(), rule)).isInstanceOf(IllegalArgumentException.class);
            assertThat(new AllowedMethods(List.of(), rule.failing("why")).isEmpty())
                    .isTrue();
        }
    }
}

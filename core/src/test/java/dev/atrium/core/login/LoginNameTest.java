package dev.atrium.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNameTest {
    @Nested
    class Given_an_address {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "dave@hospital.example|hospital.example",
                    " dave@hospital.example |hospital.example",
                    "Dave@HOSPITAL.Example|hospital.example",
                    "dave+ward4@hospital.example|hospital.example",
                    "dave@hospital.example.|hospital.example",
                    "dave@klinik-süd.example|xn--klinik-sd-x9a.example",
                    "dave@KLINIK-SÜD.example|xn--klinik-sd-x9a.example",
                    "dave@XN--klinik-sd-x9a.example|xn--klinik-sd-x9a.example",
                    "dave@klinik-süd。example|xn--klinik-sd-x9a.example",
                    "dave@ｈｏｓｐｉｔａｌ.example|hospital.example",
                    "\"dave@home\"@hospital.example|hospital.example",
                    "dave@home.example@hospital.example|hospital.example",
                    "dave@foo_bar.example|foo_bar.example",
                    "dave@localhost|localhost",
                    "dave@[192.0.2.1]|[192.0.2.1]",
                })
        void it_has_a_domain_as_rules_compare_it(String typed, String domain) {
            assertThat(LoginName.parse(typed).flatMap(LoginName::domain)).contains(domain);
        }

        @Test
        void it_is_kept_as_it_was_typed() {
            assertThat(LoginName.parse(" Dave+x@Hospital.Example. "))
                    .map(LoginName::value)
                    .contains("Dave+x@Hospital.Example.");
        }

        /** A letter of another alphabet makes another domain, however much it looks like the same. */
        @Test
        void one_that_only_looks_like_another_is_another() {
            assertThat(LoginName.parse("dave@h\u043espital.example").flatMap(LoginName::domain))
                    .isPresent()
                    .isNotEqualTo(Optional.of("hospital.example"));
        }
    }

    @Nested
    class Given_a_user_name {
        @ParameterizedTest
        @ValueSource(strings = {"mmeier", "m.meier", "Meier, Max", "mmeier＠hospital.example", "4711"})
        void it_has_no_domain(String typed) {
            assertThat(LoginName.parse(typed)).hasValueSatisfying(name -> {
                assertThat(name.value()).isEqualTo(typed);
                assertThat(name.hasDomain()).isFalse();
            });
        }

        @Test
        void it_is_not_longer_than_Keycloak_has_them() {
            assertThat(LoginName.parse("m".repeat(255))).isPresent();
            assertThat(LoginName.parse("m".repeat(256))).isEmpty();
        }
    }

    @Nested
    class Given_what_is_neither {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "  ",
                    "dave@",
                    "@hospital.example",
                    "dave archer@hospital.example",
                    "\"dave archer\"@hospital.example",
                    "dave@hospital,example",
                    "dave@hospital..example",
                    "dave@.example",
                    "dave@hospital.example..",
                    "dave\u0000@hospital.example",
                    "m\u0007meier",
                    "dave@\u212anife.example",
                    "\u212aim@hospital.example",
                    "dave@fu\u00df.example",
                    "dave@hos\u200dpital.example",
                    "dave@-\u00fc.\ud800.example"
                })
        void it_is_no_name(String typed) {
            assertThat(LoginName.parse(typed)).isEmpty();
        }

        @Test
        void an_address_above_254_characters_is_none() {
            String domain = "@hospital.example";
            assertThat(LoginName.parse("d".repeat(254 - domain.length()) + domain))
                    .isPresent();
            assertThat(LoginName.parse("d".repeat(255 - domain.length()) + domain))
                    .isEmpty();
        }

        @Test
        void a_domain_whose_parts_are_too_long_is_none() {
            assertThat(LoginName.parse("d@" + "a".repeat(64) + ".example")).isEmpty();
        }
    }
}

package dev.atrium.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginRulesTest {
    @Nested
    class Given_rules_of_every_kind {
        private final LoginRules rules = rules(
                "hospital.example=idp:hospital password",
                "*.hospital.example=idp:hospital",
                "*.lab.hospital.example=passkey",
                "klinik-süd.example=email-code",
                "*=passkey, password",
                "-=password");

        @ParameterizedTest
        @CsvSource({
            "dave@hospital.example, hospital.example",
            "dave@HOSPITAL.example., hospital.example",
            "dave@ward.hospital.example, *.hospital.example",
            "dave@lab.hospital.example, *.lab.hospital.example",
            "dave@a.lab.hospital.example, *.lab.hospital.example",
            "dave@myhospital.example, *",
            "dave@hospital.example.org, *",
            "dave@klinik-süd.example, xn--klinik-sd-x9a.example",
            "dave@xn--klinik-sd-x9a.example, xn--klinik-sd-x9a.example",
            "mmeier, -",
        })
        void the_most_specific_decides(String typed, String pattern) {
            assertThat(rules.of(LoginName.parse(typed).orElseThrow()))
                    .map(rule -> rule.pattern().text())
                    .contains(pattern);
        }

        @Test
        void methods_keep_their_order() {
            assertThat(methods(rules, "dave@gmail.example")).containsExactly("passkey", "password");
            assertThat(methods(rules, "dave@hospital.example")).containsExactly("idp:hospital", "password");
        }

        @Test
        void nothing_is_wrong_with_them() {
            assertThat(rules.problems()).isEmpty();
        }
    }

    @Nested
    class Given_no_rule_for_a_name {
        @Test
        void nothing_is_decided() {
            assertThat(rules("hospital.example=password").of(name("dave@lake.example")))
                    .isEmpty();
            assertThat(rules("*=password").of(name("mmeier"))).isEmpty();
            assertThat(rules("-=password").of(name("dave@lake.example"))).isEmpty();
        }
    }

    @Nested
    class Given_a_row_without_anything_in_it {
        @Test
        void it_is_no_row() {
            assertThat(rules("=", " = ")).isEqualTo(LoginRules.NONE);
        }
    }

    @Nested
    class Given_methods_that_cannot_be_read {
        @ParameterizedTest
        @ValueSource(strings = {"pasword", "idp:hospital, pasword", "Password", "idp:", "", " , "})
        void nobody_of_the_row_has_a_method(String methods) {
            LoginRules rules = rules("hospital.example=" + methods, "*=password");

            assertThat(methods(rules, "dave@hospital.example")).isEmpty();
            assertThat(methods(rules, "dave@lake.example")).containsExactly("password");
        }

        @Test
        void the_sentence_names_row_and_reason() {
            assertThat(rules("hospital.example=idp:hospital, pasword").problems())
                    .singleElement()
                    .isEqualTo("The row 'hospital.example' with 'idp:hospital, pasword' names 'pasword', which is no"
                            + " method: use password, passkey, email-code, or idp: and the alias of an identity"
                            + " provider.");
        }
    }

    @Nested
    class Given_a_pattern_twice {
        private final LoginRules rules =
                rules("hospital.example=password", "Hospital.example.=idp:hospital", "*=passkey");

        @Test
        void neither_is_believed() {
            assertThat(methods(rules, "dave@hospital.example")).isEmpty();
            assertThat(methods(rules, "dave@lake.example")).containsExactly("passkey");
        }

        @Test
        void the_sentence_says_so() {
            assertThat(rules.problems())
                    .singleElement()
                    .asString()
                    .contains("'Hospital.example.'", "repeats the pattern hospital.example");
        }
    }

    @Nested
    class Given_a_pattern_that_cannot_be_read {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "hospital..example",
                    "*hospital.example",
                    "hospital.*",
                    "**",
                    "*.",
                    "@hospital.example",
                    "dave@hospital.example",
                    "https://hospital.example,",
                    "a b",
                    ""
                })
        void whoever_may_be_meant_has_no_method(String pattern) {
            LoginRules rules = rules(pattern + "=passkey", "lake.example=password", "*=password");

            assertThat(methods(rules, "dave@hospital.example")).isEmpty();
            assertThat(methods(rules, "mmeier")).isEmpty();
            assertThat(methods(rules, "dave@lake.example")).containsExactly("password");
            assertThat(rules.problems())
                    .singleElement()
                    .asString()
                    .startsWith("The row '" + pattern + "' with 'passkey' has no pattern that can be read");
        }
    }

    @Nested
    class Given_a_table_that_cannot_be_read {
        @Test
        void nobody_has_a_method() {
            LoginRules rules = LoginRules.unreadable("a sentence");

            assertThat(methods(rules, "dave@hospital.example")).isEmpty();
            assertThat(methods(rules, "mmeier")).isEmpty();
        }
    }

    @Nested
    class Given_a_table_of_clients {
        private final ClientMethods clients = ClientMethods.parse(
                rows("portal=idp:google", "kiosk=password passkey", "app=fax", "twice=password", "twice=passkey", "="));

        @Test
        void each_has_its_methods() {
            assertThat(clients.of("portal").orElseThrow())
                    .extracting(LoginMethod::text)
                    .containsExactly("idp:google");
            assertThat(clients.of("another")).isEmpty();
        }

        @Test
        void what_cannot_be_read_allows_nothing() {
            assertThat(clients.of("app")).contains(List.of());
            assertThat(clients.of("twice")).contains(List.of());
            assertThat(clients.problems()).hasSize(2);
        }
    }

    private static LoginName name(String typed) {
        return LoginName.parse(typed).orElseThrow();
    }

    private static List<String> methods(LoginRules rules, String typed) {
        return rules.of(name(typed)).orElseThrow().methods().stream()
                .map(LoginMethod::text)
                .toList();
    }

    private static LoginRules rules(String... rows) {
        return LoginRules.parse(rows(rows));
    }

    private static List<TableRow> rows(String... rows) {
        return Arrays.stream(rows)
                .map(row -> row.split("=", 2))
                .map(parts -> new TableRow(parts[0], parts[1]))
                .toList();
    }
}

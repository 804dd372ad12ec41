package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of the Domain step are refused where they are saved, with a sentence that says which row and why. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class SavedTableIT {
    private LoginRealm realm;

    @BeforeAll
    void a_realm() {
        realm = LoginRealm.create();
        realm.client("portal");
        realm.tables("*=password", "");
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_table_of_domains {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "*=password; hospital..example=passkey|The row 'hospital..example' with 'passkey' has no pattern that can be read",
                    "hospital.example=pasword|The row 'hospital.example' with 'pasword' names 'pasword', which is no method",
                    "hospital.example=|The row 'hospital.example' with '' names no method",
                    "a.example=password; A.example.=passkey|The row 'A.example.' with 'passkey' repeats the pattern a.example",
                    "hospital.example=idp:nobody|The row 'hospital.example' names 'idp:nobody', but the realm has no identity provider 'nobody'.",
                    "hospital.example=password idp:off|The row 'hospital.example' names 'idp:off', but the identity provider 'off' is disabled.",
                    "*=email-code|The row '*' names 'email-code', but the flow has no enabled step for email-code.",
                })
        void refuses_what_nobody_could_sign_in_by(String rules, String sentence) {
            Answer answer = realm.save(rules, "");

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.text("errorMessage")).startsWith(sentence);
        }

        @Test
        void says_all_that_is_wrong_at_once() {
            assertThat(realm.save("a.example=idp:nobody; b.example=email-code", "")
                            .text("errorMessage"))
                    .contains("'a.example'", "'nobody'", "'b.example'", "email-code");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "[1]", "hospital.example", "[{\"key\": \"a.example\"", "null", "[null]"})
        void refuses_what_is_no_table(String text) {
            Answer answer = realm.saveAsWritten("sign-in", text, "");

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.text("errorMessage")).contains("atrium.login-rules", "is no table");
        }

        @Test
        void keeps_the_one_before() {
            realm.tables("*=password", "");

            realm.save("*=fax", "");

            assertThat(LoginRealm.line(
                            realm.preview("dave@hospital.example", "").path("name")))
                    .isEqualTo("password | rule *");
        }

        @Test
        void takes_what_can_be_read() {
            realm.tables(
                    "hospital.example=idp:google, password; *.hospital.example=idp:other; klinik-süd.example=passkey;"
                            + " *=passkey,password; -=password",
                    "portal=password passkey");

            assertThat(realm.preview("dave@hospital.example", "portal").path("problems"))
                    .isEmpty();
        }
    }

    @Nested
    class Given_a_table_of_clients {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "portal=fax|The row 'portal' with 'fax' names 'fax', which is no method",
                    "portal=password; portal=passkey|The row 'portal' with 'passkey' repeats the client portal",
                    "nobody=password|The row of the client 'nobody' is for a client that the realm does not have.",
                    "portal=idp:off|The row of the client 'portal' names 'idp:off', but the identity provider 'off' is disabled.",
                })
        void refuses_what_nobody_could_sign_in_by(String clients, String sentence) {
            Answer answer = realm.save("", clients);

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.text("errorMessage")).startsWith(sentence);
        }
    }

    @Nested
    class Given_a_new_step {
        @Test
        void its_first_table_is_looked_at_too() {
            realm.flow("another", "atrium-domain", "atrium-password");

            Answer refused = realm.saveAsWritten("another", LoginRealm.table("*=passkey"), "");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("errorMessage")).contains("no enabled step for passkey");
            assertThat(realm.saveAsWritten("another", LoginRealm.table("*=password"), "")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Nested
    class Given_an_administrator_who_may_not_change_the_realm {
        private final AdminRest caller = realm.realm().adminWith("view-realm");

        @Test
        void is_not_told_which_providers_there_are() {
            String step = realm.admin()
                    .read("authentication/flows/sign-in/executions")
                    .path(0)
                    .path("id")
                    .asText();
            String body =
                    "{\"alias\": \"x\", \"config\": {\"atrium.login-rules\": \"[{\\\"key\\\": \\\"*\\\", \\\"value\\\": \\\"idp:nobody\\\"}]\"}}";

            Answer answer = caller.post("authentication/executions/" + step + "/config", body);

            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        }
    }
}

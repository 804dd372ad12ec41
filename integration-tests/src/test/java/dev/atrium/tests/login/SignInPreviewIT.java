package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.Refusal;
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

@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class SignInPreviewIT {
    private static final String PATH = "atrium/sign-in-preview?email=dave@hospital.example";

    private LoginRealm realm;
    private String dave;

    @BeforeAll
    void a_realm_with_a_person() {
        realm = LoginRealm.create();
        realm.client("portal");
        realm.tables("hospital.example=idp:other password; example.org=password; *=passkey", "portal=password");
        dave = realm.person("dave", "dave@hospital.example");
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_name {
        @Test
        void says_in_words_what_it_would_meet() {
            JsonNode preview = realm.admin().read(PATH);

            assertThat(preview.path("email").asText()).isEqualTo("dave@hospital.example");
            assertThat(preview.path("domain").asText()).isEqualTo("hospital.example");
            assertThat(preview.path("name").path("explanation").asText())
                    .isEqualTo("Signs in by the identity provider 'other', or by password, which are offered in this"
                            + " order. This is decided by the row 'hospital.example'.");
            assertThat(realm.admin()
                            .read(PATH + "&client=portal")
                            .path("name")
                            .path("explanation")
                            .asText())
                    .isEqualTo(
                            "Signs in only by password. This is decided by the row 'hospital.example', narrowed by the"
                                    + " row of the client 'portal'.");
        }

        @Test
        void says_of_the_account_what_counts_after_the_credentials() {
            JsonNode account = realm.admin().read(PATH).path("account");

            assertThat(account.path("id").asText()).isEqualTo(dave);
            assertThat(account.path("decidedBy").asText()).isEqualTo("rule");
            assertThat(realm.admin()
                            .read("atrium/sign-in-preview?email=nobody@hospital.example")
                            .has("account"))
                    .isFalse();
        }

        @Test
        void changes_nothing() {
            String before = realm.admin().get("events").body()
                    + realm.admin().get("admin-events").body()
                    + realm.admin().get("users/count").body()
                    + realm.admin().get("users/" + dave).body()
                    + realm.admin().get("").body();

            realm.admin().read(PATH + "&client=portal");

            assertThat(realm.admin().get("events").body()
                            + realm.admin().get("admin-events").body()
                            + realm.admin().get("users/count").body()
                            + realm.admin().get("users/" + dave).body()
                            + realm.admin().get("").body())
                    .isEqualTo(before);
        }
    }

    @Nested
    class Given_a_request_that_cannot_be_answered {
        @ParameterizedTest
        @CsvSource({
            "'', email",
            "?email=, email",
            "?email=dave@, email",
            "?email=dave@hospital.example&client=nobody, client",
        })
        void names_what_is_wrong(String query, String field) {
            assertThat(Refusal.of(realm.admin().get("atrium/sign-in-preview" + query)))
                    .isEqualTo(new Refusal(400, "invalid_field", field));
        }

        @Test
        void takes_no_parameter_that_it_does_not_know() {
            assertThat(Refusal.of(realm.admin().get(PATH + "&user=dave")).status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class Given_an_administrator_with_few_rights {
        @Test
        void the_realm_is_enough_to_learn_of_rules_but_not_of_people() {
            AdminRest caller = realm.realm().adminWith("view-realm");

            assertThat(caller.read(PATH).path("name").path("decidedBy").asText())
                    .isEqualTo("rule");
            assertThat(caller.read(PATH).has("account")).isFalse();
        }

        @Test
        void with_the_right_to_view_users_is_told_of_the_account_too() {
            assertThat(realm.realm()
                            .adminWith("view-realm", "view-users")
                            .read(PATH)
                            .has("account"))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"view-users", "view-clients", "query-users"})
        void without_the_realm_is_told_nothing(String role) {
            assertThat(Refusal.of(realm.realm().adminWith(role).get(PATH)))
                    .isEqualTo(new Refusal(403, "forbidden", ""));
        }

        @Test
        void nobody_is_told_nothing() {
            assertThat(AdminRest.withoutToken(realm.realm().name()).get(PATH).status())
                    .isEqualTo(401);
        }
    }
}

package dev.atrium.tests.login.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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

/** A setup that cannot be done is refused with a sentence that says what to do, and leaves the realm as it was. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class SetupRefusalsIT {
    private HandmadeRealm realm;

    @BeforeAll
    void a_realm() {
        realm = HandmadeRealm.create();
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_request_that_is_wrong {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{ \"scopes\": [\"launch\"] } | scopes | is not a SMART resource scope",
                    "{ \"scope\": [] } | scope | There is no such property",
                    "{ \"project\": \"clinic\" } | project | Must be an object",
                    "{ \"project\": { \"alias\": \"clinic\" } } | project.fhirBaseUrl | Is missing",
                    "{ \"project\": { \"alias\": \"a b\", \"fhirBaseUrl\": \"https://a.example\" } } | project.alias | Must be letters",
                    "{ \"project\": { \"alias\": \"a\", \"fhirBaseUrl\": \"a.example\" } } | project.fhirBaseUrl | Must be one URL",
                    "{ \"project\": { \"nam\": \"a\" } } | project.nam | There is no such property",
                    "{ \"client\": { \"clientId\": \"a\" } } | client.redirectUris | Is missing",
                    "{ \"client\": { \"clientId\": \"a\", \"redirectUris\": [\"https://a/*\"] } } | client.redirectUris | is not an absolute URI",
                    "{ \"member\": { \"user\": \"nobody\", \"profile\": \"Patient/1\" } } | member.user | There is nobody",
                    "{ \"member\": { \"user\": \"nurse\", \"profile\": \"Dog/1\" } } | member.profile | Must be a reference",
                    "{ \"member\": { \"user\": \"nurse\", \"profile\": \"Patient/1\" } } | member.project | Is missing",
                    "{ \"member\": { \"user\": \"nurse\", \"profile\": \"Patient/1\", \"project\": \"x\" } } | member.project | There is no organization",
                    "{ \"browserFlow\": \"perhaps\" } | browserFlow | Must be true or false",
                })
        void is_refused_with_its_field_and_the_reason(String body, String field, String reason) {
            Answer refused = realm.setUp(body, "");

            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.text("field")).isEqualTo(field);
            assertThat(refused.text("message")).contains(reason);
        }

        @Test
        void has_no_other_query() {
            assertThat(realm.setUp("{}", "?dryrun=true").text("error")).isEqualTo("unknown_field");
        }
    }

    /** What Keycloak itself refuses where an administrator adds a client. */
    @Nested
    class Given_a_redirect_URI_that_is_a_script {
        @Test
        void makes_no_client() {
            Answer refused = realm.setUp(
                    "{ \"client\": { \"clientId\": \"evil\", \"redirectUris\": [\"javascript:alert(1)\"] } }", "");

            assertThat(refused.status()).as(refused.body()).isEqualTo(409);
            assertThat(refused.text("message")).startsWith("Nothing was changed.");
            assertThat(realm.admin().read("clients?clientId=evil")).isEmpty();
            assertThat(realm.admin().read("").path("browserFlow").asText()).isEqualTo("browser");
        }
    }

    @Nested
    class Given_a_client_policy_that_asks_for_https {
        @AfterEach
        void gone() {
            policies("{ \"policies\": [] }", "{ \"profiles\": [] }");
        }

        @Test
        void makes_no_client() {
            policies(
                    "{ \"policies\": [{ \"name\": \"all\", \"enabled\": true, \"profiles\": [\"secret\"],"
                            + " \"conditions\": [{ \"condition\": \"any-client\", \"configuration\": {} }] }] }",
                    "{ \"profiles\": [{ \"name\": \"secret\", \"executors\": [{ \"executor\": \"secure-client-uris\","
                            + " \"configuration\": {} }] }] }");

            Answer refused = realm.setUp(
                    "{ \"client\": { \"clientId\": \"app\", \"redirectUris\": [\"http://app.example/\"] } }", "");

            assertThat(refused.status()).as(refused.body()).isEqualTo(409);
            assertThat(realm.admin().read("clients?clientId=app")).isEmpty();
        }

        private void policies(String policies, String profiles) {
            assertThat(realm.admin()
                            .put("client-policies/profiles", Admin.parse(profiles))
                            .status())
                    .isEqualTo(204);
            assertThat(realm.admin()
                            .put("client-policies/policies", Admin.parse(policies))
                            .status())
                    .isEqualTo(204);
        }
    }

    @Nested
    class Given_somebody_who_may_not_see_who_has_an_account {
        private static final String MEMBER =
                "{ \"member\": { \"user\": \"%s\", \"profile\": \"Patient/1\", \"project\": \"x\" } }";

        @ParameterizedTest
        @ValueSource(strings = {"nurse", "nobody"})
        void learns_nothing_of_it(String name) {
            AdminRest caller = realm.realm()
                    .adminWith("manage-realm", "manage-clients", "manage-identity-providers", "manage-organizations");

            Answer refused = caller.post("atrium/setup?dryRun=true", MEMBER.formatted(name));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("message")).contains("manage their user");
        }
    }

    @Nested
    class Given_the_realm_of_the_server_s_administrators {
        @Test
        void is_not_set_up() {
            Answer refused = AdminRest.of("master").post("atrium/setup", "{}");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("message")).contains("create another realm");
        }
    }

    @Nested
    class Given_somebody_who_manages_the_realm_but_not_its_clients {
        @Test
        void may_neither_set_it_up_nor_undo_that() {
            AdminRest caller = realm.realm().adminWith("manage-realm");

            assertThat(caller.post("atrium/setup?dryRun=true", "{}").status()).isEqualTo(403);
            assertThat(caller.delete("atrium/setup").status()).isEqualTo(403);
        }
    }
}

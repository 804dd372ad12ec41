package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What decides by which methods somebody signs in: each row of the table in docs/sign-in-methods.md. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class PrecedenceIT {
    private LoginRealm realm;

    @BeforeAll
    void a_realm_with_rules_of_every_kind() {
        realm = LoginRealm.create();
        realm.client("portal");
        realm.client("kiosk");
        realm.client("plain");
        realm.organization("lake", "lake.example", "*.bay.example");
        realm.organization("hill", "hill.example", "dale.example");
        realm.person("linked", "linked@elsewhere.example", "hill-sso");
        realm.person("valley", "valley@dale.example", "hill-sso");
        realm.person("mmeier", "mmeier@hospital.example");
        realm.person("nurse", "");
        realm.person("googler", "googler@elsewhere.example", "google");
        realm.tables(
                "hospital.example=idp:other; *.ward.example=passkey; deep.bay.example=password;"
                        + " hill.example=idp:hill-sso password; *=passkey password; -=password",
                "portal=password; kiosk=passkey");
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_person_who_is_linked_to_a_provider_of_an_organization {
        @Test
        void the_link_goes_before_what_the_address_says() {
            assertThat(name("linked@elsewhere.example")).isEqualTo("passkey password | rule *");
            assertThat(account("linked@elsewhere.example")).isEqualTo("idp:hill-sso | link hill-sso");
        }

        @Test
        void a_row_for_the_domain_that_names_the_provider_adds_what_it_names() {
            realm.person("own", "own@hill.example", "hill-sso");

            assertThat(account("own@hill.example")).isEqualTo("idp:hill-sso password | link hill-sso");
        }

        @Test
        void a_domain_without_a_row_leaves_the_provider_alone() {
            assertThat(account("valley@dale.example")).isEqualTo("idp:hill-sso | link hill-sso");
        }

        @Test
        void a_client_narrows_the_link() {
            assertThat(LoginRealm.line(at("linked@elsewhere.example", "portal").path("account")))
                    .isEqualTo(" | link hill-sso < portal");
        }
    }

    @Nested
    class Given_a_person_who_is_linked_to_a_provider_of_no_organization {
        @Test
        void the_address_decides() {
            assertThat(account("googler@elsewhere.example")).isEqualTo("passkey password | rule *");
        }
    }

    @Nested
    class Given_a_row_for_the_domain {
        @Test
        void it_goes_before_everything_below() {
            assertThat(name("dave@hospital.example")).isEqualTo("idp:other | rule hospital.example");
        }

        @Test
        void the_most_specific_wins() {
            assertThat(name("dave@a.ward.example")).isEqualTo("passkey | rule *.ward.example");
            assertThat(name("dave@ward.example")).isEqualTo("passkey | rule *.ward.example");
        }

        @Test
        void it_goes_before_an_organization_that_has_the_domain_less_exactly() {
            assertThat(name("dave@deep.bay.example")).isEqualTo("password | rule deep.bay.example");
        }

        @Test
        void it_goes_before_an_organization_that_has_just_this_domain() {
            assertThat(name("dave@hill.example")).isEqualTo("idp:hill-sso password | rule hill.example");
        }
    }

    @Nested
    class Given_an_organization_with_the_domain_and_a_provider {
        @Test
        void it_counts_as_a_row() {
            assertThat(name("dave@lake.example")).isEqualTo("idp:lake-sso | organization lake.example");
            assertThat(name("dave@a.bay.example")).isEqualTo("idp:lake-sso | organization *.bay.example");
        }

        @Test
        void it_goes_before_a_row_for_any_address() {
            assertThat(name("dave@dale.example")).isEqualTo("idp:hill-sso | organization dale.example");
        }

        @Test
        void as_long_as_its_provider_is_disabled_it_says_nothing() {
            realm.enable("lake-sso", false);
            try {
                assertThat(name("dave@lake.example")).isEqualTo("passkey password | rule *");
            } finally {
                realm.enable("lake-sso", true);
            }
        }
    }

    @Nested
    class Given_a_user_name {
        @Test
        void the_row_for_user_names_decides_and_then_the_address_of_the_account() {
            assertThat(name("mmeier")).isEqualTo("password | rule -");
            assertThat(account("mmeier")).isEqualTo("idp:other | rule hospital.example");
        }

        @Test
        void without_an_address_the_row_for_user_names_decides_for_the_account_too() {
            assertThat(account("nurse")).isEqualTo("password | rule -");
        }
    }

    @Nested
    class Given_a_client_with_a_row {
        @Test
        void it_narrows_what_the_domain_allows() {
            assertThat(LoginRealm.line(at("dave@elsewhere.example", "kiosk").path("name")))
                    .isEqualTo("passkey | rule * < kiosk");
        }

        @Test
        void it_widens_nothing() {
            JsonNode decided = at("dave@hospital.example", "portal").path("name");

            assertThat(LoginRealm.line(decided)).isEqualTo(" | rule hospital.example < portal");
            assertThat(decided.path("problem").asText())
                    .isEqualTo("Nobody can sign in by the row 'hospital.example', narrowed by the row of the client"
                            + " 'portal': they have no method in common, or one of them cannot be read.");
        }

        @Test
        void other_clients_have_what_the_domain_allows() {
            assertThat(LoginRealm.line(at("dave@elsewhere.example", "plain").path("name")))
                    .isEqualTo("passkey password | rule *");
        }
    }

    private String name(String typed) {
        return LoginRealm.line(at(typed, "").path("name"));
    }

    private String account(String typed) {
        return LoginRealm.line(at(typed, "").path("account"));
    }

    private JsonNode at(String typed, String client) {
        return realm.preview(typed, client);
    }
}

package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where no row speaks for a domain, and which flow's tables hold for a client. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class DefaultMethodsIT {
    private LoginRealm realm;

    @BeforeAll
    void a_realm_with_one_row_for_a_domain() {
        realm = LoginRealm.create();
        realm.client("portal");
        realm.client("plain");
        realm.tables("hospital.example=idp:other", "portal=idp:google password");
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_nothing_that_speaks {
        @Test
        void password_and_passkey_are_offered() {
            assertThat(name("dave@elsewhere.example", "plain")).isEqualTo("password passkey | default ");
            assertThat(name("mmeier", "plain")).isEqualTo("password passkey | default ");
        }

        @Test
        void a_client_replaces_them() {
            assertThat(name("dave@elsewhere.example", "portal")).isEqualTo("idp:google password | client portal");
        }

        @Test
        void only_what_the_flow_has_a_step_for_is_offered() {
            realm.require("sign-in", "webauthn-authenticator-passwordless", "DISABLED");
            try {
                assertThat(name("dave@elsewhere.example", "")).isEqualTo("password | default ");
            } finally {
                realm.require("sign-in", "webauthn-authenticator-passwordless", "ALTERNATIVE");
            }
        }
    }

    @Nested
    class Given_a_client_with_a_flow_of_its_own {
        @Test
        void its_Domain_step_decides_where_it_has_one() {
            realm.client("own");
            realm.flow("own", "atrium-domain", "atrium-password");
            assertThat(realm.saveAsWritten("own", LoginRealm.table("hospital.example=password"), "")
                            .status())
                    .isEqualTo(201);
            realm.override("own", "own");

            assertThat(name("dave@hospital.example", "own")).isEqualTo("password | rule hospital.example");
            assertThat(name("dave@hospital.example", "plain")).isEqualTo("idp:other | rule hospital.example");
        }

        @Test
        void it_is_no_way_around_where_it_has_none() {
            realm.client("bare");
            realm.flow("bare", "auth-username-password-form");
            realm.override("bare", "bare");

            assertThat(name("dave@hospital.example", "bare")).isEqualTo("idp:other | rule hospital.example");
        }
    }

    @Nested
    class Given_a_provider_that_is_disabled_later {
        @Test
        void nobody_is_let_in_by_a_password_instead() {
            realm.enable("other", false);
            try {
                assertThat(name("dave@hospital.example", "plain")).isEqualTo(" | rule hospital.example");
                assertThat(realm.preview("dave@hospital.example", "plain")
                                .path("problems")
                                .path(0)
                                .asText())
                        .isEqualTo("The row 'hospital.example' names 'idp:other', but the identity provider 'other' is"
                                + " disabled.");
            } finally {
                realm.enable("other", true);
            }
        }
    }

    private String name(String typed, String client) {
        return LoginRealm.line(realm.preview(typed, client).path("name"));
    }
}

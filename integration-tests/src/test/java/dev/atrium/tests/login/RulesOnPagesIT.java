package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the table of the Domain step says is what people meet. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class RulesOnPagesIT {
    private static final String LAKESIDE = "idp:lakeside-sso";

    private DeliveredRealm realm;

    @BeforeAll
    void a_realm_with_rules() {
        realm = DeliveredRealm.create();
        realm.person("ann", "ann@many.example");
        realm.person("nurse", "nurse@one.example");
        realm.rules("many.example=passkey password " + LAKESIDE + "; one.example=" + LAKESIDE
                + "; key.example=passkey; -=passkey password; *=password");
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_several_methods {
        @Test
        void are_choices_on_one_page_the_preferred_first() {
            assertThat(realm.open().email("ann@many.example").methods())
                    .containsExactly("passkey", "password", LAKESIDE);
        }

        @Test
        void are_the_same_for_an_address_that_nobody_has() {
            assertThat(Alike.of(realm.open().email("nobody@many.example"), "nobody@many.example"))
                    .isEqualTo(Alike.of(realm.open().email("ann@many.example"), "ann@many.example"));
        }

        @Test
        void lead_to_the_one_that_is_chosen() {
            assertThat(realm.open()
                            .email("ann@many.example")
                            .method("password")
                            .password(Admin.PASSWORD)
                            .callback())
                    .containsKey("code");
            assertThat(realm.open()
                            .email("ann@many.example")
                            .method(LAKESIDE)
                            .address()
                            .getPath())
                    .startsWith("/realms/lakeside-idp/");
        }

        @Test
        void are_asked_after_a_hint_too() {
            Page choice = realm.open(new Browser(), Map.of("login_hint", "ann@many.example"));

            assertThat(choice.methods()).containsExactly("passkey", "password", LAKESIDE);
        }

        @Test
        void whoever_proves_it_again_is_asked_for_what_they_used() {
            Browser browser = new Browser();
            realm.open(browser, Map.of())
                    .email("ann@many.example")
                    .method("password")
                    .password(Admin.PASSWORD);

            Page again = realm.open(browser, Map.of("prompt", "login"));

            assertThat(again.methods()).containsExactly("password", LAKESIDE); // she has no passkey
            assertThat(again.method("password").password(Admin.PASSWORD).callback())
                    .containsKey("code");
        }
    }

    @Nested
    class Given_one_method {
        @Test
        void nothing_is_asked() {
            assertThat(realm.open().email("nurse@one.example").address().getPath())
                    .startsWith("/realms/lakeside-idp/");
            assertThat(realm.open().email("nurse@key.example").html().select("#authenticateWebAuthnButton"))
                    .hasSize(1);
        }

        @Test
        void there_is_no_other_way() {
            Page password = realm.open().email("somebody@other.example");

            assertThat(password.html().select("#atrium-another-way")).isEmpty();
        }
    }

    @Nested
    class Given_a_user_name {
        @Test
        void goes_by_the_row_for_user_names() {
            assertThat(realm.open().email("ann").methods()).containsExactly("passkey", "password");
        }

        @Test
        void is_no_way_around_what_the_domain_of_the_account_says() {
            Page refused = realm.open().email("nurse").method("password").password(Admin.PASSWORD);

            assertThat(refused.title()).isEqualTo("You sign in through your organization");
        }
    }

    @Nested
    class Given_a_rule_of_which_nothing_is_left {
        @Test
        void is_told_and_is_no_password() {
            String path = "identity-provider/instances/lakeside-sso";
            ObjectNode provider = (ObjectNode) realm.admin().read(path);
            realm.admin().put(path, provider.put("enabled", false));
            try {
                Page told = realm.open().email("nurse@one.example");

                assertThat(told.text())
                        .contains("You cannot sign in with this e-mail address or user name at the moment.");
                assertThat(told.typedName()).isEqualTo("nurse@one.example");
            } finally {
                realm.admin().put(path, provider.put("enabled", true));
            }
        }
    }

    @Nested
    class Given_an_identity_provider_that_the_app_names {
        @Test
        void is_not_followed_to_one_that_the_rule_does_not_have() {
            Page key = realm.open(
                    new Browser(), Map.of("kc_idp_hint", "lakeside-sso", "login_hint", "somebody@key.example"));

            assertThat(key.html().select("#authenticateWebAuthnButton")).hasSize(1);
        }
    }
}

package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session ends where its method does: at its next use by an app. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class OldSessionIT {
    private RuledRealm realm;

    @BeforeAll
    void a_realm() {
        realm = new RuledRealm();
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_session_by_a_password_when_the_domain_gets_a_rule {
        private final String email = RuledRealm.address("late.example");
        private final String person = realm.person(email);
        private final Browser browser = new Browser();
        private Tokens tokens;

        @BeforeEach
        void began_before() {
            realm.rules("other.example = idp:clinic");
            tokens = realm.exchange(realm.signsIn(browser, email));
            assertThat(realm.refresh(tokens).accessToken()).isNotEmpty();
            realm.rules("late.example = idp:clinic");
        }

        @Test
        void is_not_refreshed() {
            Tokens refused = realm.refresh(tokens);
            assertThat(refused.error()).isEqualTo("invalid_grant");
            assertThat(refused.errorDescription()).contains("sign in again");
        }

        @Test
        void neither_is_an_offline_one() {
            realm.rules("other.example = idp:clinic");
            Page callback = realm.asks(new Browser(), Map.of("scope", "openid offline_access"))
                    .email(email)
                    .password(Admin.PASSWORD);
            Tokens offline = realm.exchange(callback);
            assertThat(realm.refresh(offline).accessToken()).isNotEmpty();
            realm.rules("late.example = idp:clinic");
            assertThat(realm.refresh(offline).error()).isEqualTo("invalid_grant");
        }

        @Test
        void lets_nobody_in_but_leads_to_the_right_way() {
            realm.clinic.says(Identity.verified(email));
            assertThat(realm.exchange(realm.asks(browser)).accessToken()).isNotEmpty();
            assertThat(realm.links(person)).hasSize(1);
        }

        @Test
        void goes_on_after_that_with_the_same_browser() {
            realm.clinic.says(Identity.verified(email));
            realm.asks(browser);
            realm.clinic.says(Identity.verified(RuledRealm.address("late.example")));
            assertThat(realm.asks(browser, Map.of("prompt", "none")).callback()).containsKey("code");
        }

        @Test
        void is_no_answer_to_a_silent_request() {
            assertThat(realm.asks(browser, Map.of("prompt", "none")).callback())
                    .containsEntry("error", "login_required");
        }

        @Test
        void goes_on_where_the_rule_lists_the_password() {
            realm.rules("late.example = idp:clinic password");
            assertThat(realm.refresh(tokens).accessToken()).isNotEmpty();
            assertThat(realm.asks(browser).callback()).containsKey("code");
        }

        @Test
        void goes_on_while_the_address_is_nobodys_word() {
            realm.change(person, user -> user.put("emailVerified", false));
            assertThat(realm.refresh(tokens).accessToken()).isNotEmpty();
        }

        @Test
        void ends_where_only_another_method_of_the_realm_is_left() {
            realm.rules("late.example = passkey");
            assertThat(realm.refresh(tokens).error()).isEqualTo("invalid_grant");
        }
    }

    @Nested
    class Given_a_session_by_a_provider {
        private final String email = RuledRealm.address("brought.example");
        private final Browser browser = new Browser();

        @BeforeEach
        void began_by_the_clinic() {
            realm.rules("brought.example = idp:clinic password");
            Identity identity = Identity.verified(email);
            realm.link(realm.person(email), "clinic", identity.idToken().path("sub"));
            realm.clinic.says(identity);
        }

        @Test
        void goes_on_when_the_password_is_no_method_any_more() {
            Page callback = realm.asks(browser, Map.of("kc_idp_hint", "clinic"));
            Tokens tokens = realm.exchange(callback);
            realm.rules("brought.example = idp:clinic");
            assertThat(realm.refresh(tokens).accessToken()).isNotEmpty();
            assertThat(realm.asks(browser, Map.of("prompt", "none")).callback()).containsKey("code");
        }

        @Test
        void ends_when_the_provider_is_no_method_any_more() {
            Tokens tokens = realm.exchange(realm.asks(browser, Map.of("kc_idp_hint", "clinic")));
            realm.rules("brought.example = password");
            assertThat(realm.refresh(tokens).error()).isEqualTo("invalid_grant");
            assertThat(realm.asks(browser, Map.of("prompt", "none")).callback())
                    .containsEntry("error", "login_required");
        }
    }
}

package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever confirms on a device that it is they who sign in (CIBA) comes by none of the methods that a rule can name. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class CibaIT {
    private static final String AGAIN = "The user must sign in again, by a method that is allowed for them";

    private AuthenticationDevice device;
    private RuledRealm realm;

    @BeforeAll
    void a_realm_with_rules_and_a_bank() {
        device = AuthenticationDevice.start();
        realm = new RuledRealm("clinic.example = idp:clinic", "word.example = password");
        ObjectNode bank = Admin.JSON
                .createObjectNode()
                .put("clientId", "bank")
                .put("secret", "bank-secret")
                .put("standardFlowEnabled", false);
        bank.putObject("attributes").put("oidc.ciba.grant.enabled", "true");
        realm.admin().create("clients", bank);
    }

    @AfterAll
    void gone() {
        realm.close();
        device.close();
    }

    @Nested
    class Given_a_domain_of_which_one_provider_is_the_only_way {
        private final String email = RuledRealm.address("clinic.example");
        private final String person = realm.person(email);

        @Test
        void who_confirms_gets_nothing() {
            Tokens refused = confirmed(email);

            assertThat(refused.answer().status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_grant");
            assertThat(refused.errorDescription()).isEqualTo(AGAIN);
            assertThat(realm.admin().read("users/" + person + "/sessions")).isEmpty();
        }

        @Test
        void an_address_that_is_not_proved_turns_them_away_as_well() {
            realm.change(person, user -> user.put("emailVerified", false));

            assertThat(confirmed(email).error()).isEqualTo("invalid_grant");
        }
    }

    @Nested
    class Given_a_domain_that_lists_a_password {
        @Test
        void a_device_is_none() {
            String email = RuledRealm.address("word.example");
            realm.person(email);

            assertThat(confirmed(email).error()).isEqualTo("invalid_grant");
        }
    }

    @Nested
    class Given_a_domain_without_a_rule {
        private final String email = RuledRealm.address("example.org");
        private final String person = realm.person(email);

        @Test
        void who_confirms_is_signed_in() {
            Tokens tokens = confirmed(email);

            assertThat(tokens.accessClaims().path("sub").asText()).isEqualTo(person);
            assertThat(refreshed(tokens).accessToken()).isNotEmpty();
        }

        @Test
        void the_session_ends_once_the_domain_has_a_rule_even_for_passwords() {
            Tokens tokens = confirmed(email);
            realm.change(person, user -> user.put("email", RuledRealm.address("word.example")));

            Tokens refused = refreshed(tokens);

            assertThat(refused.error()).isEqualTo("invalid_grant");
            assertThat(refused.errorDescription()).isEqualTo(AGAIN);
        }
    }

    /** The tokens of a request that this person has confirmed. */
    private Tokens confirmed(String name) {
        Answer asked = Answer.post(
                realm.endpoint("/ext/ciba/auth"), App.query(bank(Map.of("scope", "openid", "login_hint", name))));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        device.confirmsTo(realm.endpoint("/ext/ciba/auth/callback"));
        return token(
                Map.of("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", asked.text("auth_req_id")));
    }

    private Tokens refreshed(Tokens tokens) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()));
    }

    private Tokens token(Map<String, String> parameters) {
        return new Tokens(Answer.post(realm.endpoint("/token"), App.query(bank(parameters))));
    }

    private static Map<String, String> bank(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("client_id", "bank");
        all.put("client_secret", "bank-secret");
        return all;
    }
}

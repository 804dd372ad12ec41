package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people can change of their account is no way out of the rule for their domain. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class KeptAddressIT {
    private RuledRealm realm;

    @BeforeAll
    void a_realm() {
        realm = new RuledRealm("clinic.example = idp:clinic", "ward.example = password", "- = password");
        realm.changeClient("plain-oidc", client -> client.put("fullScopeAllowed", true));
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_person_of_a_domain_with_a_provider {
        private final String email = RuledRealm.address("clinic.example");
        private final Browser browser = new Browser();

        @Test
        void keeps_the_address() {
            Tokens tokens = signedIn();
            assertThat(changed(tokens, RuledRealm.address("clinic.example"))).contains("atrium.email.home");
            assertThat(changed(tokens, RuledRealm.address("free.example"))).contains("atrium.email.home");
        }

        @Test
        void sets_up_no_password() {
            signedIn();
            Page page = realm.asks(browser, Map.of("kc_action", "UPDATE_PASSWORD"));
            assertThat(page.title()).isEqualTo(RuledRealm.OTHER_WAY);
            assertThat(page.back().callback()).containsEntry("error", "access_denied");
        }

        private Tokens signedIn() {
            realm.clinic.says(Identity.verified(email));
            return realm.exchange(realm.asks(browser).email(email));
        }
    }

    @Nested
    class Given_a_person_of_a_domain_with_a_password {
        private final String email = RuledRealm.address("ward.example");

        @Test
        void may_have_another_address_of_the_domain_but_of_no_other() {
            realm.person(email);
            Tokens tokens = realm.exchange(realm.signsIn(new Browser(), email));
            assertThat(changed(tokens, RuledRealm.address("free.example"))).contains("atrium.email.home");
            assertThat(changed(tokens, RuledRealm.address("ward.example"))).isEmpty();
        }
    }

    @Nested
    class Given_a_nurse_without_an_address_under_the_rule_for_user_names {
        private final String nurse = "nurse-" + UUID.randomUUID();
        private final String email = RuledRealm.address("free.example");

        @Test
        void may_give_one() {
            ObjectNode user = Admin.JSON
                    .createObjectNode()
                    .put("username", nurse)
                    .put("firstName", "Test")
                    .put("lastName", "User")
                    .put("enabled", true);
            user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
            String person = realm.admin().create("users", user);

            Page profile = realm.signsIn(new Browser(), nurse);
            Page page = profile.submit("kc-update-profile-form", Map.of("email", List.of(email)), "x");

            assertThat(page.callback()).containsKey("code");
            assertThat(realm.admin().read("users/" + person).path("email").asText())
                    .isEqualTo(email);
        }
    }

    /** What the account console is told. */
    private String changed(Tokens tokens, String to) {
        URI account = URI.create(realm.endpoint("").toString().replace("/protocol/openid-connect", "/account/"));
        Answer now = Answer.send(request(account, tokens).GET().build());
        assertThat(now.status()).as(now.body()).isEqualTo(200);
        ObjectNode wanted = ((ObjectNode) Admin.parse(now.body())).put("email", to);
        return Answer.send(request(account, tokens)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(wanted.toString()))
                        .build())
                .body();
    }

    private static HttpRequest.Builder request(URI account, Tokens tokens) {
        return HttpRequest.newBuilder(account)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.accessToken());
    }
}

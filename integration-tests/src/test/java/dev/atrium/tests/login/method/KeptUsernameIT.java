package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has no address goes by the user name, which is no way out of its rule either. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class KeptUsernameIT {
    private RuledRealm realm;

    @BeforeAll
    void a_realm_in_which_user_names_can_be_changed() {
        realm = new RuledRealm("clinic.example = idp:clinic", "ward.example = password", "- = password");
        realm.changeClient("plain-oidc", client -> client.put("fullScopeAllowed", true));
        ObjectNode settings = (ObjectNode) realm.admin().read("");
        assertThat(realm.admin()
                        .put("", settings.put("editUsernameAllowed", true))
                        .status())
                .isEqualTo(204);
        ObjectNode profile = (ObjectNode) realm.admin().read("users/profile");
        profile.path("attributes").forEach(attribute -> ((ObjectNode) attribute).remove("required"));
        assertThat(realm.admin().put("users/profile", profile).status()).isEqualTo(200);
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_person_with_a_user_name_and_no_address {
        private final String username = "nurse-" + UUID.randomUUID();

        @Test
        void may_have_another_user_name() {
            assertThat(changed(signedIn(""), "nurse-" + UUID.randomUUID())).isEmpty();
        }

        @Test
        void may_not_have_one_of_a_domain_with_a_rule() {
            Tokens tokens = signedIn("");

            assertThat(changed(tokens, RuledRealm.address("ward.example"))).contains("atrium.username.home");
            assertThat(changed(tokens, RuledRealm.address("clinic.example"))).contains("atrium.username.home");
        }

        @Test
        void an_administrator_may_change_it() {
            signedIn("");
            String id = realm.realm().userId(username);
            ObjectNode user = Admin.JSON.createObjectNode().put("username", RuledRealm.address("ward.example"));

            assertThat(realm.admin().put("users/" + id, user).status()).isEqualTo(204);
        }

        @Test
        void may_have_any_once_there_is_an_address_which_decides() {
            Tokens tokens = signedIn(RuledRealm.address("ward.example"));

            assertThat(changed(tokens, RuledRealm.address("free.example"))).isEmpty();
        }

        private Tokens signedIn(String email) {
            realm.person(username, email);
            return realm.exchange(realm.signsIn(new Browser(), username));
        }
    }

    /** What the account console is told. */
    private String changed(Tokens tokens, String to) {
        URI account = URI.create(realm.endpoint("").toString().replace("/protocol/openid-connect", "/account/"));
        Answer now = Answer.send(request(account, tokens).GET().build());
        assertThat(now.status()).as(now.body()).isEqualTo(200);
        ObjectNode wanted = ((ObjectNode) Admin.parse(now.body())).put("username", to);
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

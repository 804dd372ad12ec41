package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.broker.ScriptedProvider;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
        realm = new RuledRealm("clinic.example = idp:clinic", "ward.example = password");
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
    class Given_a_provider_of_no_organization_that_is_in_sync_with_the_accounts {
        private final String email = RuledRealm.address("ward.example");
        private final String free = RuledRealm.address("free.example");
        private final Browser browser = new Browser();

        @BeforeEach
        void in_sync() {
            List.of("clinic", "google").forEach(KeptAddressIT.this::inSync);
        }

        @Test
        void brings_no_other_address_when_it_is_linked() {
            String person = realm.person(email);
            realm.signsIn(browser, email);
            realm.google.says(Identity.verified(free));
            Page asked = realm.asks(browser, Map.of("kc_action", "idp_link:google"));
            URI confirm = URI.create(asked.html().selectFirst("form").attr("abs:action"));

            browser.post(confirm, Map.of("continue", List.of("")));

            assertThat(realm.links(person)).hasSize(1);
            assertEmail(person, email);
        }

        @Test
        void brings_none_at_a_sign_in_and_is_no_way_in() {
            String person = realm.person(email);
            Page refused = comesBy("google", realm.google, person, Identity.verified(free));

            assertThat(refused.title()).isEqualTo("Please sign in another way");
            assertEmail(person, email);
        }

        @Test
        void brings_a_new_one_of_the_domain_whose_people_sign_in_there() {
            String person = realm.person(RuledRealm.address("clinic.example"));
            String married = RuledRealm.address("clinic.example");

            assertThat(comesBy("clinic", realm.clinic, person, Identity.verified(married))
                            .callback())
                    .containsKey("code");
            assertEmail(person, married);
        }

        @Test
        void brings_any_other_to_people_for_whom_there_is_no_rule() {
            String person = realm.person(RuledRealm.address("nowhere.example"));

            assertThat(comesBy("google", realm.google, person, Identity.verified(free))
                            .callback())
                    .containsKey("code");
            assertEmail(person, free);
        }

        private Page comesBy(String alias, ScriptedProvider provider, String person, Identity identity) {
            realm.link(person, alias, identity.idToken().path("sub"));
            provider.says(identity);
            return realm.asks(browser, Map.of("kc_idp_hint", alias));
        }

        private void assertEmail(String person, String expected) {
            assertThat(realm.admin().read("users/" + person).path("email").asText())
                    .isEqualTo(expected);
        }
    }

    private void inSync(String alias) {
        String path = "identity-provider/instances/" + alias;
        ObjectNode provider = (ObjectNode) realm.admin().read(path);
        provider.withObject("/config").put("syncMode", "FORCE");
        assertThat(realm.admin().put(path, provider).status()).isEqualTo(204);
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

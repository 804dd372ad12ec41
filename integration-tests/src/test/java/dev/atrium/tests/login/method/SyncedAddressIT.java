package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.broker.ScriptedProvider;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a provider whose people's accounts are kept in sync with it may do to their addresses. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class SyncedAddressIT {
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
    class Given_a_provider_of_no_organization {
        private final String email = RuledRealm.address("ward.example");
        private final String free = RuledRealm.address("free.example");
        private final Browser browser = new Browser();

        @BeforeEach
        void in_sync() {
            List.of("clinic", "google").forEach(SyncedAddressIT.this::inSync);
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

        /** Where two may have one address, people are told apart by their user names. */
        @Test
        void brings_none_at_a_first_sign_in_to_the_account_of_the_same_user_name() {
            sharedAddresses(true);
            String name = "same-" + UUID.randomUUID();
            String person = realm.person(name, email);
            realm.google.says(Identity.verified(free).both(claims -> claims.put("preferred_username", name)));

            Page password = realm.asks(browser, Map.of("kc_idp_hint", "google"))
                    .submit("atrium-existing", Map.of("way", List.of("")), "x");
            assertThat(password.password(Admin.PASSWORD).callback()).containsKey("code");

            sharedAddresses(false);
            assertThat(realm.links(person)).hasSize(1);
            assertEmail(person, email);
        }

        private void sharedAddresses(boolean allowed) {
            ObjectNode setting = Admin.JSON
                    .createObjectNode()
                    .put("duplicateEmailsAllowed", allowed)
                    .put("loginWithEmailAllowed", !allowed);
            assertThat(realm.admin().put("", setting).status()).isEqualTo(204);
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
}

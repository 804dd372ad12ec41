package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.login.factor.RecoveryCodes;
import dev.atrium.tests.login.factor.SecondStep;
import dev.atrium.tests.login.factor.TestFlow;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is signed in and links an identity gets no address by it that its provider may not vouch for. */
@ExtendWith(AtriumServer.class)
class AccountLinkingIT {
    private final Hospital provider =
            Hospital.unlinked(settings -> ((ObjectNode) settings.path("config")).put("syncMode", "FORCE"));
    private final TestUser person = provider.admin().user("example.org");
    private final Browser browser = new Browser();
    private final App app = accountApp();

    @AfterEach
    void gone() {
        provider.admin().delete("clients/" + provider.admin().clientUuid(app.clientId()));
        provider.close();
    }

    @Nested
    class Given_a_person_who_links_an_identity {
        @Test
        void takes_over_the_address_that_it_verified() {
            String email = "new-" + UUID.randomUUID() + "@example.org";

            links(Identity.verified(email));

            assertThat(provider.links(person)).hasSize(1);
            assertEmail(email);
        }

        @Test
        void keeps_the_own_when_the_provider_says_nothing_of_the_address() {
            links(Identity.with("new-" + UUID.randomUUID() + "@example.org"));

            assertThat(provider.links(person)).hasSize(1);
            assertEmail(person.email());
        }

        @Test
        void keeps_the_own_when_somebody_has_the_address() {
            links(Identity.verified(provider.admin().user("example.org").email()));

            assertThat(provider.links(person)).hasSize(1);
            assertEmail(person.email());
        }

        @Test
        void links_none_whose_documents_name_two_addresses() {
            Page page = links(Identity.verified(person.email())
                    .inUserinfo(claims -> claims.put("email", "ceo@riverside.example")));

            assertThat(page.text()).contains(Hospital.REFUSED);
            assertThat(provider.links(person)).isEmpty();
            assertEmail(person.email());
        }

        @Test
        void links_none_of_a_domain_that_signs_in_elsewhere() {
            Page page = links(Identity.verified("someone-" + UUID.randomUUID() + "@lakeside.example"));

            assertThat(page.text()).contains(Hospital.REFUSED);
            assertThat(provider.links(person)).isEmpty();
            assertEmail(person.email());
        }
    }

    @Nested
    class Given_the_older_address_for_it {
        private final TestFlow flow = TestFlow.passwordOnly(provider.admin());

        @Test
        void links_an_identity() throws NoSuchAlgorithmException {
            Page page = linksByAddress(person);

            assertThat(provider.links(person)).as(page.text()).hasSize(1);
        }

        @Test
        void links_none_to_whoever_has_a_second_factor_and_did_not_show_it() throws NoSuchAlgorithmException {
            TestUser careful =
                    provider.admin().user("user-" + UUID.randomUUID() + "@example.org", RecoveryCodes::addTo);

            Page page = linksByAddress(careful);

            assertThat(page.text()).contains("you did not use it this time, so nothing was linked");
            assertThat(provider.links(careful)).isEmpty();
        }

        /** Signs in by a password and nothing else, and follows the address that an app makes of its session. */
        private Page linksByAddress(TestUser user) throws NoSuchAlgorithmException {
            provider.says(Identity.verified("new-" + UUID.randomUUID() + "@example.org"));
            Tokens tokens = app.exchange(SecondStep.signIn(app.authorize(browser, "openid"), user));
            return browser.open(address(tokens));
        }

        @BeforeEach
        void passwordOnly() {
            flow.bind(new TestClient(provider.admin(), provider.admin().clientUuid(app.clientId()), app));
        }

        @AfterEach
        void flowGone() {
            ObjectNode none = Admin.JSON.createObjectNode();
            none.putObject("authenticationFlowBindingOverrides").put("browser", "");
            provider.admin().update("clients/" + provider.admin().clientUuid(app.clientId()), none);
            flow.close();
        }

        private URI address(Tokens tokens) throws NoSuchAlgorithmException {
            String nonce = UUID.randomUUID().toString();
            String checked = nonce + tokens.idClaims().path("sid").asText() + app.clientId() + provider.alias();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(checked.getBytes(StandardCharsets.UTF_8));
            return App.realm("/broker/" + provider.alias() + "/link?"
                    + App.query(Map.of(
                            "nonce",
                            nonce,
                            "hash",
                            Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                            "client_id",
                            app.clientId(),
                            "redirect_uri",
                            Browser.CALLBACK)));
        }
    }

    private Page links(Identity identity) {
        provider.says(identity);
        app.authorize(browser, "openid").email(person.email()).password(Admin.PASSWORD);
        Page asked = app.authorize(browser, "openid", Map.of("kc_action", "idp_link:" + provider.alias()));
        URI confirm = URI.create(asked.html().selectFirst("form").attr("abs:action"));
        return browser.post(confirm, Map.of("continue", List.of("")));
    }

    /** Only a client that may do what an account may do can have identities linked. */
    private App accountApp() {
        ObjectNode client = Admin.JSON
                .createObjectNode()
                .put("clientId", "account-app-" + UUID.randomUUID())
                .put("publicClient", true)
                .put("fullScopeAllowed", true);
        client.putArray("redirectUris").add(Browser.CALLBACK);
        provider.admin().created("clients", client);
        return new App(client.path("clientId").asText(), Optional.empty());
    }

    private void assertEmail(String email) {
        assertThat(List.of(
                        provider.account(person).path("email").asText(),
                        provider.account(person).path("emailVerified").asText()))
                .containsExactly(email, "true");
    }
}

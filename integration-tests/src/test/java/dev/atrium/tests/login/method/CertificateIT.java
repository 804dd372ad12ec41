package dev.atrium.tests.login.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Certificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client certificate names a person, in a browser or at the token endpoint, and is none of the methods that a rule can name. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class CertificateIT {
    private static final String NAME = "nurse-with-a-card";

    private RuledRealm realm;
    private String person;
    private String card;

    @BeforeAll
    void a_realm_with_rules_and_a_nurse_with_a_card() {
        realm = new RuledRealm("clinic.example = idp:clinic", "word.example = password");
        card = header(Certificate.of(NAME));
        person = realm.person(NAME, RuledRealm.address("example.org"));
        ObjectNode client = Admin.JSON
                .createObjectNode()
                .put("clientId", "card-app")
                .put("publicClient", true)
                .put("directAccessGrantsEnabled", true);
        client.putArray("redirectUris").add(Browser.CALLBACK);
        client.putObject("authenticationFlowBindingOverrides")
                .put("browser", flow("auth-x509-client-username-form"))
                .put("direct_grant", flow("direct-grant-auth-x509-username"));
        realm.admin().create("clients", client);
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_domain_of_which_one_provider_is_the_only_way {
        private final String email = RuledRealm.address("clinic.example");

        Given_a_domain_of_which_one_provider_is_the_only_way() {
            has(email);
        }

        @Test
        void in_a_browser_it_leads_to_the_provider() {
            Page refused = opens();
            assertThat(refused.title()).isEqualTo(RuledRealm.OTHER_WAY);

            realm.clinic.says(Identity.verified(email));
            Page there = refused.submit("atrium-refused", Map.of("way", List.of("clinic")), "x");
            assertThat(there.callback()).containsKey("code");
        }

        @Test
        void the_token_endpoint_gives_nothing() {
            assertRefused(asks(card));
        }
    }

    @Nested
    class Given_a_domain_that_lists_a_password {
        Given_a_domain_that_lists_a_password() {
            has(RuledRealm.address("word.example"));
        }

        @Test
        void in_a_browser_a_certificate_is_none() {
            assertThat(opens().title()).isEqualTo("Please sign in another way");
        }

        @Test
        void at_the_token_endpoint_a_certificate_is_none() {
            assertRefused(asks(card));
        }
    }

    @Nested
    class Given_a_domain_without_a_rule {
        Given_a_domain_without_a_rule() {
            has(RuledRealm.address("example.org"));
        }

        @Test
        void in_a_browser_they_are_signed_in() {
            assertThat(opens().callback()).containsKey("code");
        }

        @Test
        void the_token_endpoint_gives_a_token() {
            assertThat(asks(card).accessClaims().path("sub").asText()).isEqualTo(person);
        }

        @Test
        void whoever_has_none_gets_nothing() {
            assertThat(asks("").error()).isEqualTo("invalid_request");
        }

        @Test
        void the_session_ends_once_the_domain_has_a_rule_even_for_passwords() {
            Tokens tokens = asks(card);
            assertThat(refreshed(tokens).accessToken()).isNotEmpty();
            isNow(RuledRealm.address("word.example"));

            assertThat(refreshed(tokens).error()).isEqualTo("invalid_grant");
        }
    }

    private void assertRefused(Tokens refused) {
        assertThat(refused.answer().status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_grant");
        assertThat(refused.errorDescription()).isEqualTo("The user may not sign in by this method");
        assertThat(realm.admin().read("users/" + person + "/sessions")).isEmpty();
    }

    private String flow(String step) {
        return StockFlow.of(
                realm.admin(),
                step,
                Map.of(
                        "x509-cert-auth.mapping-source-selection", "Subject's Common Name",
                        "x509-cert-auth.mapper-selection", "Username or Email",
                        "x509-cert-auth.confirmation-page-disallowed", "true"));
    }

    /** From now on this is the nurse's address, and no session of theirs is left. */
    private void has(String email) {
        isNow(email);
        realm.admin().post("users/" + person + "/logout");
    }

    private void isNow(String email) {
        realm.change(person, user -> user.put("email", email).put("emailVerified", true));
    }

    private Page opens() {
        Map<String, String> parameters = new LinkedHashMap<>(App.PLAIN.request("openid"));
        parameters.put("client_id", "card-app");
        URI address = URI.create(realm.endpoint("/auth") + "?" + App.query(parameters));
        return new Browser()
                .send(HttpRequest.newBuilder(address)
                        .header("Client-Cert", card)
                        .build());
    }

    private Tokens asks(String certificate) {
        String form = App.query(Map.of("grant_type", "password", "client_id", "card-app", "scope", "openid"));
        HttpRequest.Builder request = HttpRequest.newBuilder(realm.endpoint("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!certificate.isEmpty()) {
            request.header("Client-Cert", certificate);
        }
        return new Tokens(Answer.send(request.build()));
    }

    private Tokens refreshed(Tokens tokens) {
        return new Tokens(Answer.post(
                realm.endpoint("/token"),
                App.query(Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        "card-app",
                        "refresh_token",
                        tokens.refreshToken()))));
    }

    /** As a proxy passes it on (RFC 9440, section 2.1). */
    private static String header(Certificate certificate) {
        try {
            String base64 = Files.readString(certificate.pem())
                    .replaceAll("-----[A-Z ]+-----", "")
                    .replaceAll("\\s", "");
            return ":" + base64 + ":";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

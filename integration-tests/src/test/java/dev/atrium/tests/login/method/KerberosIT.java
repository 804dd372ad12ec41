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
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
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

/** A Kerberos ticket names a person (SPNEGO), and is none of the methods that a rule can name. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class KerberosIT {
    private static final String NURSE = "nurse@" + TicketOffice.REALM;
    private static final String EMAIL = "nurse@ticket.example";

    private TicketOffice office;
    private RuledRealm realm;

    @BeforeAll
    void a_realm_that_takes_tickets() {
        office = TicketOffice.start();
        office.knows(NURSE);
        realm = new RuledRealm();
        tickets();
        ObjectNode client =
                Admin.JSON.createObjectNode().put("clientId", "ticket-app").put("publicClient", true);
        client.putArray("redirectUris").add(Browser.CALLBACK);
        client.putObject("authenticationFlowBindingOverrides")
                .put("browser", StockFlow.of(realm.admin(), "auth-spnego", Map.of()));
        realm.admin().create("clients", client);
        comesWithTicket(); // Keycloak has an account of hers from then on, which says no more than the ticket
        realm.change(
                realm.realm().userId("nurse"),
                nurse -> nurse.put("firstName", "Test").put("lastName", "User").put("emailVerified", true));
    }

    @AfterAll
    void gone() {
        realm.close();
        office.close();
    }

    @Nested
    class Given_a_domain_of_which_one_provider_is_the_only_way {
        @BeforeEach
        void of_the_clinic() {
            realm.rules("ticket.example = idp:clinic");
        }

        @Test
        void the_ticket_leads_to_the_provider() {
            Page refused = comesWithTicket();
            assertThat(refused.title()).isEqualTo(RuledRealm.OTHER_WAY);

            realm.clinic.says(Identity.verified(EMAIL));
            Page there = refused.submit("atrium-refused", Map.of("way", List.of("clinic")), "x");
            assertThat(there.callback()).doesNotContainKey("error");
        }
    }

    @Nested
    class Given_a_domain_that_lists_a_password {
        @Test
        void a_ticket_is_none() {
            realm.rules("ticket.example = password");

            assertThat(comesWithTicket().title()).isEqualTo("Please sign in another way");
        }
    }

    @Nested
    class Given_a_domain_without_a_rule {
        @BeforeEach
        void no_rule() {
            realm.rules("clinic.example = idp:clinic");
        }

        @Test
        void the_ticket_signs_in() {
            assertThat(comesWithTicket().callback()).containsKey("code");
        }

        @Test
        void without_a_ticket_the_browser_is_asked_for_one() {
            Browser browser = new Browser();
            browser.open(address());
            assertThat(browser.answers().get(0).headers().firstValue("WWW-Authenticate"))
                    .contains("Negotiate");
        }

        @Test
        void the_session_ends_once_the_domain_has_a_rule_even_for_passwords() {
            Tokens tokens = exchange(comesWithTicket());
            realm.rules("ticket.example = password");

            assertThat(refreshed(tokens).error()).isEqualTo("invalid_grant");
        }
    }

    /** Keycloak's user federation for people who have a ticket alone. */
    private void tickets() {
        ObjectNode federation = Admin.JSON
                .createObjectNode()
                .put("name", "tickets")
                .put("providerId", "kerberos")
                .put("providerType", "org.keycloak.storage.UserStorageProvider");
        Map<String, String> settings = Map.of(
                "kerberosRealm",
                TicketOffice.REALM,
                "serverPrincipal",
                TicketOffice.SERVICE,
                "keyTab",
                office.serviceKeys().toString(),
                "allowPasswordAuthentication",
                "false",
                "updateProfileFirstLogin",
                "false",
                "enabled",
                "true");
        ObjectNode config = federation.putObject("config");
        settings.forEach((name, value) -> config.putArray(name).add(value));
        realm.admin().create("components", federation);
    }

    private Page comesWithTicket() {
        return new Browser()
                .send(HttpRequest.newBuilder(address())
                        .header("Authorization", office.ticket(NURSE))
                        .build());
    }

    private URI address() {
        Map<String, String> parameters = new LinkedHashMap<>(App.PLAIN.request("openid"));
        parameters.put("client_id", "ticket-app");
        return URI.create(realm.endpoint("/auth") + "?" + App.query(parameters));
    }

    private Tokens exchange(Page callback) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                callback.callback().getOrDefault("code", "none"),
                "redirect_uri",
                Browser.CALLBACK,
                "code_verifier",
                App.verifier()));
    }

    private Tokens refreshed(Tokens tokens) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()));
    }

    private Tokens token(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("client_id", "ticket-app");
        return new Tokens(Answer.post(realm.endpoint("/token"), App.query(all)));
    }
}

package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.MailServer;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** There is no way around the identity provider of a domain: not by a mailbox, a registration or an old password. */
@ExtendWith(AtriumServer.class)
class AroundHomeIT {
    private static final String REFUSED = "You sign in through your organization";
    private static final String NEW_PASSWORD = "atrium-demo-the-second";

    private final MailServer mails = MailServer.start();
    private final TestRealm realm = TestRealm.delivered().mailsTo(mails);
    private final Browser browser = new Browser();

    @AfterEach
    void gone() {
        realm.close();
        mails.close();
    }

    @Nested
    class Given_a_person_of_such_a_domain_with_a_password_from_before {
        private final String email = person("lakeside.example");

        @Test
        void forgetting_it_is_answered_as_for_anybody() {
            String known = forgets(email).text();
            assertThat(new AskedAgain(new Browser())
                            .forgets("nobody@example.org")
                            .text())
                    .isEqualTo(known);
        }

        @Test
        void the_link_in_the_mail_sets_no_password_and_signs_nobody_in() {
            forgets(email);
            Page page = browser.open(mailed(email));
            assertThat(page.title()).isEqualTo(REFUSED);
            assertThat(page.back().callback())
                    .containsEntry("error", "access_denied")
                    .doesNotContainKey("code");
            assertThat(asks(browser).isCallback()).isFalse();
        }

        @Test
        void the_link_in_the_mail_sets_no_password_that_was_to_be_set_anyway() {
            String user = realm.admin().list("users?email=" + email, "id").get(0);
            ObjectNode temporary = (ObjectNode) realm.admin().read("users/" + user);
            temporary.putArray("requiredActions").add("UPDATE_PASSWORD").add("CONFIGURE_TOTP");
            assertThat(realm.admin().put("users/" + user, temporary).status()).isEqualTo(204);
            forgets(email);
            assertThat(browser.open(mailed(email)).title()).isEqualTo(REFUSED);
        }

        @Test
        void from_there_the_way_leads_to_the_identity_provider() {
            String provider = "identity-provider/instances/lakeside-sso";
            ObjectNode settings = (ObjectNode) realm.admin().read(provider);
            ((ObjectNode) settings.path("config")).put("authorizationUrl", "http://localhost:8091/identity-provider");
            realm.admin().put(provider, settings);
            forgets(email);
            Page page = browser.open(mailed(email));
            URI other = URI.create(page.html().select("#atrium-other").attr("abs:href"));
            assertThat(browser.open(other).email(email).address().getPath()).isEqualTo("/identity-provider");
        }

        @Test
        void the_refusal_is_an_event() {
            realm.admin().put("events/config", Admin.parse("{\"eventsEnabled\":true}"));
            forgets(email);
            browser.open(mailed(email));
            JsonNode event = realm.admin().read("events?type=LOGIN_ERROR").path(0);
            assertThat(event.path("error").asText()).isEqualTo("access_denied");
            assertThat(event.path("details").path("reason").asText())
                    .isEqualTo("The user signs in by idp:lakeside-sso only; that is decided by the organization with"
                            + " the domain 'lakeside.example'");
        }

        @Test
        void an_administrators_link_does_what_it_is_for_and_signs_nobody_in() {
            String user = realm.admin().list("users?email=" + email, "id").get(0);
            Answer sent = realm.admin()
                    .put(
                            "users/" + user + "/execute-actions-email?client_id=plain-oidc&redirect_uri="
                                    + Browser.CALLBACK,
                            Admin.parse("[\"UPDATE_PASSWORD\"]"));
            assertThat(sent.status()).as(sent.body()).isEqualTo(204);
            Page page = browser.open(mailed(email));
            Page done = newPassword(browser.open(
                    URI.create(page.html().select("a[href*=action-token]").attr("abs:href"))));
            assertThat(done.text()).contains("Your account has been updated");
            assertThat(asks(browser).isCallback()).isFalse();
        }

        @Test
        void a_direct_grant_is_none() {
            String client =
                    realm.admin().list("clients?clientId=plain-oidc", "id").get(0);
            realm.admin()
                    .put(
                            "clients/" + client,
                            ((ObjectNode) realm.admin().read("clients/" + client))
                                    .put("directAccessGrantsEnabled", true));
            assertThat(directGrant(email).status()).isEqualTo(400);
            assertThat(directGrant(person("example.org")).status()).isEqualTo(200);
        }
    }

    @Nested
    class Given_a_realm_where_people_register {
        @Test
        void an_address_of_such_a_domain_lets_nobody_in() {
            realm.admin().put("", Admin.JSON.createObjectNode().put("registrationAllowed", true));
            assertThat(registers("newcomer@lakeside.example").title()).isEqualTo(REFUSED);
        }
    }

    @Nested
    class Given_anybody_else {
        @Test
        void a_forgotten_password_is_replaced_and_signs_in() {
            String email = person("example.org");
            forgets(email);
            assertThat(newPassword(browser.open(mailed(email))).callback()).containsKey("code");
        }
    }

    /** A person at a browser who has forgotten the password. */
    private final class AskedAgain {
        private final Browser other;

        private AskedAgain(Browser other) {
            this.other = other;
        }

        Page forgets(String email) {
            Page password = asks(other).email("somebody@example.org");
            URI forgotten = URI.create(
                    password.html().select("a[href*=reset-credentials]").attr("abs:href"));
            return other.open(forgotten).submit("kc-reset-password-form", Map.of("username", List.of(email)), "");
        }
    }

    private Page forgets(String email) {
        return new AskedAgain(browser).forgets(email);
    }

    private URI mailed(String email) {
        return URI.create(mails.await(email).link());
    }

    private static Page newPassword(Page page) {
        return page.submit(
                "kc-passwd-update-form",
                Map.of("password-new", List.of(NEW_PASSWORD), "password-confirm", List.of(NEW_PASSWORD)),
                "");
    }

    private Page registers(String email) {
        Map<String, List<String>> typed = Map.of(
                "username", List.of(email),
                "email", List.of(email),
                "firstName", List.of("New"),
                "lastName", List.of("Comer"),
                "password", List.of(NEW_PASSWORD),
                "password-confirm", List.of(NEW_PASSWORD));
        return browser.open(asking("&prompt=create")).submit("kc-register-form", typed, "register");
    }

    private Page asks(Browser asked) {
        return asked.open(asking(""));
    }

    private URI asking(String more) {
        return endpoint("/auth?response_type=code&client_id=plain-oidc&scope=openid&redirect_uri=" + Browser.CALLBACK
                + "&state=s&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
                + more);
    }

    private Answer directGrant(String email) {
        return Answer.send(HttpRequest.newBuilder(endpoint("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=plain-oidc&scope=openid&username=" + email
                        + "&password=" + Admin.PASSWORD))
                .build());
    }

    private URI endpoint(String path) {
        return AtriumServer.baseUrl().resolve("/realms/" + realm.name() + "/protocol/openid-connect" + path);
    }

    private String person(String domain) {
        String email = "person-" + UUID.randomUUID() + "@" + domain;
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
        realm.admin().create("users", user);
        return email;
    }
}

package dev.atrium.tests.login.emailcode;

import static dev.atrium.tests.login.emailcode.CodeRealm.not;
import static dev.atrium.tests.login.emailcode.CodeRealm.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A code by e-mail in the place of the one-time password: as a second factor, and what tokens say of either. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class SecondFactorCodeIT {
    private CodeRealm realm;

    @BeforeAll
    void a_realm() {
        realm = new CodeRealm(file -> {
            file.findParents("authenticator").stream()
                    .filter(step -> step.path("authenticator").asText().equals("auth-otp-form"))
                    .map(ObjectNode.class::cast)
                    .forEach(step -> step.put("authenticator", "atrium-email-code"));
            file.path("clients").forEach(client -> amr((ObjectNode) client));
            file.path("clients").forEach(client -> account((ObjectNode) client));
        });
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_person_with_a_password_and_a_verified_address {
        private final String email = withPassword(user -> {});
        private final Page page = signIn(email);

        @Test
        void is_asked_for_the_code_after_the_password() {
            assertThat(page.text()).contains("We have just sent a code to your e-mail address p…@pw.example.");
            assertThat(page.text()).doesNotContain(email.split("@")[0].substring(0, 20) + "@");
            assertThat(type(page, realm.code(email)).callback()).containsKey("code");
        }

        @Test
        void does_not_get_in_without_it() {
            type(page, not(realm.code(email)));
            assertThat(realm.firstPage(page.browser()).isCallback()).isFalse();
            Eventually.holds(() -> realm.failures(email) == 1, () -> realm.failures(email) + " failures");
        }

        @Test
        void does_not_get_in_with_the_code_to_an_address_that_is_theirs_no_more() {
            String code = realm.code(email);
            ObjectNode moved = Admin.JSON.createObjectNode().put("email", "moved-" + email);
            assertThat(realm.admin().put("users/" + realm.userId(email), moved).status())
                    .isEqualTo(204);
            assertThat(type(page, code).text()).contains("This code is not correct.");
        }

        @Test
        void gets_in_by_the_link_as_well() {
            Page link = page.browser().open(URI.create(realm.mail(email, 1).link()));
            assertThat(link.submit("atrium-link", Map.of(), "send").callback()).containsKey("code");
        }
    }

    /** Where nobody can reset a password by mail, so that a code by mail is a second factor beside it. */
    @Nested
    class Given_a_person_with_an_authenticator_app_who_used_a_code_by_mail {
        private final String email = withPassword(user -> user.withArray("credentials")
                .addObject()
                .put("type", "otp")
                .put("secretData", "{\"value\":\"secret-of-the-phone\"}")
                .put("credentialData", "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}"));
        private final Browser browser = new Browser();

        @BeforeEach
        void passwords_are_reset_by_nobody() {
            resets(false);
        }

        @AfterEach
        void as_it_was() {
            resets(true);
        }

        @Test
        void does_not_set_up_another_app_by_it() {
            Page page = realm.firstPage(browser, Map.of("kc_action", "CONFIGURE_TOTP"))
                    .email(email)
                    .password(Admin.PASSWORD);

            Page refused = type(page, realm.code(email));

            assertThat(refused.title()).isEqualTo("One more step is needed first");
        }

        private void resets(boolean allowed) {
            ObjectNode settings = Admin.JSON.createObjectNode().put("resetPasswordAllowed", allowed);
            assertThat(realm.admin().put("", settings).status()).isEqualTo(204);
        }
    }

    /** Keycloak asks for no code by mail there, and an address that is not proved is asked for none anywhere. */
    @Nested
    class Given_a_token_for_a_password_alone {
        private final String email = withPassword(user -> {});

        @Test
        void changes_no_address_to_which_the_code_is_sent() {
            Answer account = Answer.send(account(token()).GET().build());
            assertThat(account.status()).as(account.body()).isEqualTo(200);
            ObjectNode other = ((ObjectNode) account.json()).put("email", "other-" + email);

            Answer refused = Answer.send(account(token())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(other.toString()))
                    .build());

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("atrium.email.factor");
        }

        private String token() {
            Answer answer = Answer.post(
                    realm.here(App.endpoint("/token")),
                    App.query(Map.of(
                            "grant_type", "password",
                            "client_id", "plain-oidc",
                            "username", email,
                            "password", Admin.PASSWORD,
                            "scope", "openid")));
            return answer.text("access_token");
        }

        private HttpRequest.Builder account(String token) {
            return HttpRequest.newBuilder(realm.here(App.realm("/account/")))
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + token);
        }
    }

    @Nested
    class Given_a_person_with_a_password_whose_address_nobody_verified {
        @Test
        void is_not_asked_for_a_code() {
            String email = withPassword(user -> user.put("emailVerified", false));
            assertThat(signIn(email).callback()).containsKey("code");
            assertThat(realm.mails.mailsTo(email)).isEmpty();
        }
    }

    @Nested
    class Given_a_person_whose_first_factor_was_a_code {
        private final String email = realm.person();
        private final Page callback = type(realm.codePage(email), realm.code(email));

        @Test
        void is_not_asked_for_another() {
            assertThat(callback.callback()).containsKey("code");
            assertThat(realm.mails.mailsTo(email)).hasSize(1);
        }

        @Test
        void has_a_token_that_says_so() {
            Answer tokens = Answer.post(
                    realm.here(App.endpoint("/token")),
                    App.query(Map.of(
                            "grant_type",
                            "authorization_code",
                            "client_id",
                            "plain-oidc",
                            "code",
                            callback.callback().get("code"),
                            "redirect_uri",
                            Browser.CALLBACK,
                            "code_verifier",
                            App.verifier())));
            JsonNode claims = Admin.parse(new String(
                    Base64.getUrlDecoder().decode(tokens.text("id_token").split("\\.")[1]), StandardCharsets.UTF_8));
            assertThat(claims.path("amr").toString()).isEqualTo("[\"otp\"]");
        }
    }

    private String withPassword(Consumer<ObjectNode> change) {
        return realm.person(user -> {
            String email = user.path("email").asText().replace("example.org", "pw.example");
            change.accept(user.put("email", email).put("username", email));
        });
    }

    private Page signIn(String email) {
        return realm.firstPage(new Browser()).email(email).password(Admin.PASSWORD);
    }

    /** Takes passwords itself, and has tokens for the account REST. */
    private static void account(ObjectNode client) {
        if (client.path("clientId").asText().equals("plain-oidc")) {
            client.put("directAccessGrantsEnabled", true).put("fullScopeAllowed", true);
            client.withArray("defaultClientScopes").add("roles");
        }
    }

    private static void amr(ObjectNode client) {
        if (client.path("clientId").asText().equals("plain-oidc")) {
            ObjectNode mapper = client.withArray("protocolMappers").addObject();
            mapper.put("name", "amr").put("protocol", "openid-connect").put("protocolMapper", "oidc-amr-mapper");
            mapper.putObject("config").put("id.token.claim", "true");
        }
    }
}

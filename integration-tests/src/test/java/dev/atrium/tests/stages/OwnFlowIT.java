package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.OneTimeCode;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A realm that keeps the browser flow it had: people sign in by user name and a second factor, as before. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class OwnFlowIT {
    private static final String SECRET = "a secret of an app";
    private static final String SCOPE = "openid fhirUser user/*.cruds";

    private TestRealm realm;

    @BeforeAll
    void a_realm_with_keycloak_s_own_flow_and_a_person_without_an_address() {
        realm = TestRealm.delivered();
        assertThat(realm.admin()
                        .put("", Admin.JSON.createObjectNode().put("browserFlow", "browser"))
                        .status())
                .isEqualTo(204);
        asksNobodyForAnAddress();
        realm.policy("reader", "user/*.rs");
        realm.admin().create("users", person());
        realm.membership(TestRealm.membershipBody("riverside", "dora", "Practitioner/dora", "reader"));
        realm.membership(TestRealm.membershipBody("lakeside", "dora", "Practitioner/dora", "reader"));
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_somebody_with_an_authenticator_app {
        @Test
        void is_asked_for_the_second_factor() {
            assertThat(password().html().select("#kc-otp-login-form")).isNotEmpty();
        }

        @Test
        void does_not_get_in_without_it() {
            Page again = code(password(), "000000");

            assertThat(again.html().select("#kc-otp-login-form")).isNotEmpty();
        }

        @Test
        void chooses_a_profile_and_agrees_to_what_it_may_do() {
            Page scopes = code(password(), OneTimeCode.of(SECRET)).choose("riverside");

            assertThat(scopes.scopes()).containsExactlyInAnyOrder("fhirUser", "user/*.rs");
            Tokens tokens = exchange(scopes.allow());

            assertThat(tokens.scopes()).isEqualTo(Set.of("openid", "fhirUser", "user/*.rs"));
            assertThat(tokens.accessClaims().path("fhirUser").asText()).endsWith("/Practitioner/dora");
            assertThat(tokens.accessClaims().path("project").asText()).isEqualTo("riverside");
        }
    }

    /** Keycloak's own flow asks for the user name first where organizations are on. */
    private Page password() {
        String request = here("/auth") + "?" + App.query(App.SMART_APP.request(SCOPE));
        return new Browser()
                .open(URI.create(request))
                .submit("kc-form-login", Map.of("username", List.of("dora")), "login")
                .submit(
                        "kc-form-login",
                        Map.of("username", List.of("dora"), "password", List.of(Admin.PASSWORD)),
                        "login");
    }

    private static Page code(Page asked, String code) {
        return asked.submit("kc-otp-login-form", Map.of("otp", List.of(code)), "login");
    }

    private Tokens exchange(Page callback) {
        return new Tokens(Answer.post(
                URI.create(here("/token")),
                App.query(Map.of(
                        "grant_type", "authorization_code",
                        "client_id", App.SMART_APP.clientId(),
                        "redirect_uri", Browser.CALLBACK,
                        "code_verifier", App.verifier(),
                        "code", callback.callback().get("code")))));
    }

    private String here(String path) {
        return AtriumServer.baseUrl()
                .resolve("/realms/" + realm.name() + "/protocol/openid-connect" + path)
                .toString();
    }

    /** As in a realm of people without one. */
    private void asksNobodyForAnAddress() {
        ObjectNode profile = (ObjectNode) realm.admin().read("users/profile");
        profile.path("attributes").forEach(attribute -> {
            if (attribute.path("name").asText().equals("email")) {
                ((ObjectNode) attribute).remove("required");
            }
        });
        assertThat(realm.admin().put("users/profile", profile).status()).isEqualTo(200);
    }

    private static ObjectNode person() {
        ObjectNode user = Admin.JSON
                .createObjectNode()
                .put("username", "dora")
                .put("firstName", "Dora")
                .put("lastName", "Dale")
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
        user.withArray("credentials")
                .addObject()
                .put("type", "otp")
                .put("secretData", "{\"value\":\"" + SECRET + "\"}")
                .put("credentialData", "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        return user;
    }
}

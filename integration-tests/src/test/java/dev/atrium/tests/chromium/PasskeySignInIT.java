package dev.atrium.tests.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.broker.ScriptedProvider;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody whose machine keeps a passkey for them. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class PasskeySignInIT {
    private static final String LAKESIDE = "lakeside.example";

    private final String ann = "ann-" + UUID.randomUUID().toString().substring(0, 8);
    private TestRealm realm;
    private Chromium chromium;
    private CallbackListener app;

    @BeforeAll
    void a_realm() {
        realm = TestRealm.delivered();
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @BeforeEach
    void start() throws IOException {
        chromium = Chromium.start();
        app = new CallbackListener();
        chromium.hasPasskeys();
        passkeysOnPages(false);
        setsUpPasskey();
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
            chromium.close();
            realm.admin().delete("users/" + realm.userId(ann));
        }
    }

    @Nested
    class Given_a_realm_with_passkeys_on_its_pages {
        @BeforeEach
        void on() {
            passkeysOnPages(true);
        }

        @Test
        void they_are_in_on_the_first_page_without_a_name_or_a_password() {
            credentialsOf("password").forEach(id -> realm.admin().delete(credentials() + "/" + id));

            usePasskeyOnFirstPage();

            chromium.await("#app");
        }

        @Test
        void no_second_factor_is_asked_for() {
            setsUpOneTimePasswords();

            usePasskeyOnFirstPage();

            chromium.await("#app");
        }

        @Test
        void whoever_signs_in_elsewhere_is_told_so_and_shown_where() {
            moveTo(LAKESIDE);

            usePasskeyOnFirstPage();

            chromium.await("#atrium-methods button[value='idp:lakeside-sso']");
            assertThat(chromium.text()).contains("You cannot sign in with a passkey here.");
        }
    }

    @Nested
    class Given_the_page_for_a_passkey {
        @Test
        void its_owner_is_in() {
            openPasskeyPage(address());

            chromium.click("#authenticateWebAuthnButton");

            chromium.await("#app");
        }

        @Test
        void its_owner_is_in_by_the_user_name_as_well() {
            openPasskeyPage(ann);

            chromium.click("#authenticateWebAuthnButton");

            chromium.await("#app");
        }

        @Test
        void nobody_is_in_by_the_passkey_of_another() {
            openPasskeyPage("somebody-else@example.org");

            chromium.click("#authenticateWebAuthnButton");

            chromium.await(".pf-m-danger");
            assertThat(chromium.text())
                    .contains("This passkey is not for the e-mail address or user name that you entered");
        }

        @Test
        void whoever_signs_in_elsewhere_is_told_so_after_a_user_name() {
            moveTo(LAKESIDE);
            openPasskeyPage(ann);

            chromium.click("#authenticateWebAuthnButton");

            chromium.await("#atrium-methods button[value='idp:lakeside-sso']");
        }
    }

    @Nested
    class Given_a_provider_that_brings_the_address_of_somebody_else_who_has_a_passkey {
        private final String email = "owner-" + UUID.randomUUID() + "@example.org";

        @Test
        void a_passkey_of_ones_own_links_nothing_to_their_account() {
            passkeysOnPages(true);
            String owner = withSomePasskey();
            try (ScriptedProvider google = ScriptedProvider.start()) {
                realm.admin().create("identity-provider/instances", google.representation("google"));
                google.says(Identity.verified(email));
                open("&kc_idp_hint=google");

                chromium.click("#atrium-way-0");

                chromium.await(".pf-m-danger");
                assertThat(links(owner)).isEmpty();
                assertThat(links(realm.userId(ann))).isEmpty();
            } finally {
                realm.admin().delete("identity-provider/instances/google");
            }
        }

        /** None that a browser of these tests has. */
        private String withSomePasskey() {
            ObjectNode user = TestUser.representation(email);
            user.withArray("credentials")
                    .addObject()
                    .put("type", "webauthn-passwordless")
                    .put("secretData", "{}")
                    .put("credentialData", "{\"credentialId\":\"c29tZQ\",\"counter\":0}");
            return realm.admin().create("users", user);
        }

        private JsonNode links(String user) {
            return realm.admin().read("users/" + user + "/federated-identity");
        }
    }

    /** This browser takes the first passkey that it could suggest, as if its owner had clicked on it. */
    private void usePasskeyOnFirstPage() {
        open();
    }

    private void openPasskeyPage(String name) {
        open();
        chromium.type("username", name);
        chromium.press("anotherWay");
        chromium.click("button[value=passkey]");
        chromium.await("#authenticateWebAuthnButton");
    }

    private void open() {
        open("");
    }

    private void open(String more) {
        chromium.open(AtriumServer.baseUrl().resolve("/realms/" + realm.name() + "/protocol/openid-connect/auth") + "?"
                + App.query(App.PLAIN.request("openid")) + more);
    }

    /** Keycloak takes the policy as a whole. */
    private void passkeysOnPages(boolean on) {
        ObjectNode all = (ObjectNode) realm.admin().read("");
        realm.admin().put("", all.put("webAuthnPolicyPasswordlessPasskeysEnabled", on));
    }

    private void setsUpPasskey() {
        String id = realm.user(ann);
        var action = Admin.JSON.createObjectNode();
        action.putArray("requiredActions").add("webauthn-register-passwordless");
        realm.admin().put("users/" + id, action);
        open();
        chromium.type("username", ann);
        chromium.type("password", Admin.PASSWORD);
        chromium.click("#registerWebAuthn");
        chromium.acceptPrompt();
        chromium.await("#app");
        chromium.forgetCookies();
    }

    private void setsUpOneTimePasswords() {
        var user = Admin.JSON.createObjectNode();
        user.putArray("credentials")
                .addObject()
                .put("type", "otp")
                .put("secretData", "{\"value\":\"secret\"}")
                .put("credentialData", "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        realm.admin().put("users/" + realm.userId(ann), user);
        assertThat(credentialsOf("otp")).hasSize(1);
    }

    private void moveTo(String domain) {
        realm.admin()
                .put("users/" + realm.userId(ann), Admin.JSON.createObjectNode().put("email", ann + "@" + domain));
    }

    private String address() {
        return ann + "@example.org";
    }

    private String credentials() {
        return "users/" + realm.userId(ann) + "/credentials";
    }

    private List<String> credentialsOf(String type) {
        JsonNode all = realm.admin().read(credentials());
        return StreamSupport.stream(all.spliterator(), false)
                .filter(credential -> credential.path("type").asText().equals(type))
                .map(credential -> credential.path("id").asText())
                .toList();
    }
}

package dev.atrium.tests.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.login.factor.StrictProject;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys, for which it takes a browser, as what a project asks for. */
@ExtendWith(AtriumServer.class)
class SecondFactorInBrowserIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final StrictProject project = StrictProject.make(admin);
    private final TestUser user = project.clinician();
    private Chromium chromium;
    private CallbackListener app;

    @BeforeEach
    void start() throws IOException {
        chromium = Chromium.start();
        chromium.hasPasskeys();
        app = new CallbackListener();
    }

    @AfterEach
    void stop() {
        project.delete();
        if (app != null) {
            app.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_security_key_is_set_up_once_and_asked_for_from_then_on() {
        project.asksForASecondFactor();
        signIn();
        setUp("webauthn-register");
        assertThat(tokens()).contains("user/*.rs");

        signOut();
        signIn();
        chromium.click("#authenticateWebAuthnButton");
        chromium.await("#app");

        assertThat(tokens()).contains("user/*.rs");
    }

    @Test
    void a_passkey_is_set_up_once_and_asked_for_after_a_password() {
        project.with(StrictProject.METHODS, "passkey");
        signIn();
        setUp("webauthn-register-passwordless");
        assertThat(tokens()).contains("user/*.rs");

        signOut();
        signIn();
        chromium.click("#atrium-ways button");
        chromium.await("#authn_select");
        chromium.click("#kc-login");
        chromium.await("#app");

        assertThat(tokens()).contains("user/*.rs");
    }

    private void signIn() {
        chromium.open(App.PORTAL.authorizationUrl(SCOPE, Map.of()).toString());
        chromium.type("username", user.email());
        chromium.await("#password");
        chromium.type("password", Admin.PASSWORD);
    }

    private void setUp(String action) {
        chromium.click("#atrium-ways button[value='" + action + "']");
        chromium.click("#registerWebAuthn");
        chromium.acceptPrompt();
        chromium.await("#app");
    }

    private Set<String> tokens() {
        return App.PORTAL.exchange(chromium.page()).scopes();
    }

    private void signOut() {
        admin.send("POST", "users/" + user.id() + "/logout", "");
    }
}

package dev.atrium.tests.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AtriumServer.class)
class RealBrowserIT {
    private static final String SCOPE = "openid fhirUser launch/patient patient/*.rs user/*.rs offline_access";

    private Chromium chromium;
    private CallbackListener app;

    @BeforeEach
    void start() throws IOException {
        chromium = Chromium.start();
        app = new CallbackListener();
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_person_chooses_who_to_be_agrees_and_the_app_gets_its_token() {
        signIn(personWithTwoProfiles());

        chromium.choose("Own record");
        chromium.await("#atrium-scopes");
        chromium.press("accept");
        chromium.await("#app");

        Tokens tokens = App.SMART_APP.exchange(chromium.page());
        assertThat(tokens.answer().text("patient")).isEqualTo("in-a-browser");
        assertThat(tokens.scopes()).contains("patient/*.rs", "fhirUser", "launch/patient", "offline_access");
    }

    @Test
    void enter_on_a_box_allows_nothing() {
        signIn(personWithTwoProfiles());
        chromium.choose("Own record");
        chromium.await("#atrium-scopes");

        chromium.enterOn("#atrium-scopes input[name=scope]");

        assertThat(chromium.text()).contains("SMART app asks for access");
        chromium.press("accept");
        chromium.await("#app");
    }

    @Test
    void no_page_is_wider_than_a_small_phone() {
        chromium.width(320);
        chromium.open(App.SMART_APP.authorizationUrl(SCOPE, Map.of()).toString());
        assertFits();
        TestUser person = personWithTwoProfiles();
        chromium.type("username", person.email());
        chromium.await("#password");
        assertFits();
        chromium.type("password", Admin.PASSWORD);
        chromium.await("#atrium-profiles");
        assertFits();
        chromium.choose("Own record");
        chromium.await("#atrium-scopes");
        assertFits();
    }

    private void assertFits() {
        assertThat(chromium.overhang())
                .as("pixels beyond the window of: %s", chromium.text())
                .isZero();
    }

    private void signIn(TestUser person) {
        chromium.open(App.SMART_APP.authorizationUrl(SCOPE, Map.of()).toString());
        chromium.type("username", person.email());
        chromium.await("#password");
        chromium.type("password", Admin.PASSWORD);
        chromium.await("#atrium-profiles");
    }

    private static TestUser personWithTwoProfiles() {
        TestUser person = Admin.ofRealm().user("browser.example");
        person.joins("riverside", "Patient/in-a-browser", "patient-self", "Own record");
        person.joins("riverside", "Practitioner/in-a-browser", "clinician");
        return person;
    }
}

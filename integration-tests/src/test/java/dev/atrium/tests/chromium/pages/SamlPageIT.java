package dev.atrium.tests.chromium.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page from which a browser goes on to a SAML app: by itself, or without scripts by a button. */
class SamlPageIT extends EveryPage {
    private static final String APP = "records";

    @BeforeEach
    void a_saml_app_and_no_scripts() {
        realm.samlApp(APP);
        chromium.runsScripts(false);
        chromium.reads("en");
        chromium.looks(320, "light");
        chromium.forgetCookies();
    }

    @AfterEach
    void with_scripts_again() {
        chromium.runsScripts(true);
    }

    @Test
    void has_words_and_a_button_that_goes_on() {
        new Visit(realm, chromium, "en")
                .open("/protocol/saml/clients/" + APP)
                .as("bob@example.org")
                .at("saml-post-form");

        assertThat(chromium.textOf("h1")).isEqualTo("One moment, please");
        assertThat(chromium.textOf("#saml-post-binding")).contains("Choose Continue to go on.");
        assertThat(chromium.overhang()).as("pixels beyond the window").isZero();
        assertThat(faults(Layout.CUT_OFF)).isEmpty();
        chromium.click("#kc-login");
        chromium.await("#app");
    }
}

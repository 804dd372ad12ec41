package dev.atrium.tests.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.demo.ServerSettings;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The clicks of docs/sign-in-methods.md, in Keycloak's admin console. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class MethodTablesIT {
    private static final String TABLE = "config.atrium🍺login-rules";

    private TestRealm realm;
    private Chromium console;

    @BeforeEach
    void at_the_settings_of_the_Domain_step() throws IOException {
        realm = TestRealm.delivered();
        console = Chromium.start();
        console.size(1400, 1800);
        console.open(AtriumServer.baseUrl() + "/admin/master/console/#/" + realm.name() + "/authentication");
        console.fill("#username", ServerSettings.ADMIN);
        console.fill("#password", ServerSettings.ADMIN_PASSWORD);
        console.click("#kc-login");
        console.clickAt("//a[normalize-space()='Atrium browser']");
        console.clickAt(
                "(//*[text()[normalize-space()='Atrium domain']]/following::button[@aria-label='Settings'])[1]");
        console.fill("#execution-config-form [name='alias']", "sign-in methods");
    }

    @AfterEach
    void gone() {
        console.close();
        realm.close();
    }

    @Test
    void an_admin_reads_which_row_is_wrong_and_corrects_it() {
        console.clickAt("//button[normalize-space()='Add Methods by domain']");
        row(0, "*", "idp:hospital");
        save("The row '*' names 'idp:hospital', but the realm has no identity provider 'hospital'.");
        assertThat(decidedBy("dave@hospital.example")).isEqualTo("default");

        row(0, "*", "password");
        console.click("[data-testid='" + TABLE + "-add-row']");
        row(1, "-", "password");
        save("Successfully saved the config");
        assertThat(decidedBy("dave@hospital.example")).isEqualTo("rule");
        assertThat(decidedBy("mmeier")).isEqualTo("rule");
        assertThat(decidedBy("dave@lakeside.example")).isEqualTo("organization");
    }

    /** The form moves when the field with the focus is left. */
    private void save(String answer) {
        console.click("#execution-config-form [name='alias']");
        console.click("#execution-config-form [data-testid='save']");
        Eventually.holds(() -> console.text().contains(answer), () -> "no '" + answer + "' in: " + console.text());
    }

    private void row(int number, String key, String value) {
        console.fill("[data-testid='" + TABLE + "." + number + ".key']", key);
        console.fill("[data-testid='" + TABLE + "." + number + ".value']", value);
    }

    private String decidedBy(String name) {
        JsonNode preview = realm.admin().read("atrium/sign-in-preview?email=" + name);
        return preview.path("name").path("decidedBy").asText();
    }
}

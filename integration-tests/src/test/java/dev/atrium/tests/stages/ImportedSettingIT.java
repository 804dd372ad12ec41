package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.net.URI;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings that nobody can read, but which a realm file brought, lock nobody out. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ImportedSettingIT {
    private TestRealm realm;

    @BeforeAll
    void imported() throws IOException {
        JsonNode file = Admin.JSON.readTree(
                Checkout.build().realmExport().resolve("atrium-realm.json").toFile());
        spoil((ObjectNode) file);
        realm = TestRealm.imported(file);
        realm.policy("clinician", "user/*.cruds");
        realm.membership(TestRealm.membershipBody("riverside", "bob", "Practitioner/bob", "clinician"));
        realm.membership(TestRealm.membershipBody("riverside", "bob", "Practitioner/bob-again", "clinician"));
        realm.membership(TestRealm.membershipBody("lakeside", "carol", "Practitioner/carol", "clinician"));
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Test
    void let_people_in_who_are_asked_with_the_nearest_that_can_be_read() {
        assertThat(signIn("bob@example.org").profiles()).hasSize(2);
    }

    @Test
    void are_told_of_in_the_event_of_the_sign_in() {
        Page back = signIn("bob@example.org").choose("riverside");

        assertThat(back.callback()).containsKey("code");
        assertThat(realm.admin().read("events?type=LOGIN&user=" + realm.userId("bob")))
                .anySatisfy(event -> assertThat(
                                event.path("details").path("misconfiguration").asText())
                        .contains("atrium.shown", "500"));
    }

    @Test
    void are_not_blamed_on_people() {
        Page page = signIn("carol@example.org");

        assertThat(page.title()).isEqualTo("This is not ready yet");
        assertThat(page.text())
                .contains("This is not your fault. Please tell the practice or hospital that invited you.");
        assertThat(realm.admin().read("events?type=LOGIN_ERROR&user=" + realm.userId("carol")))
                .anySatisfy(
                        event -> assertThat(event.path("details").path("reason").asText())
                                .contains("atrium.fhir-base-url", "lakeside"));
    }

    private Page signIn(String email) {
        URI there = URI.create(App.PORTAL
                .authorizationUrl("openid fhirUser user/*.rs", java.util.Map.of())
                .toString()
                .replace("/realms/atrium/", "/realms/" + realm.name() + "/"));
        return new Browser().open(there).email(email).password(Admin.PASSWORD);
    }

    private static void spoil(ObjectNode file) {
        ArrayNode settings = file.withArray("/authenticatorConfig");
        settings.forEach(each -> {
            if (each.path("config").path("atrium.method").asText().equals("password")) {
                ((ObjectNode) each.path("config")).put("atrium.method", "carrier-pigeon");
            }
        });
        settings.addObject().put("alias", "too many").putObject("config").put("atrium.shown", "500");
        file.findParents("authenticator").stream()
                .filter(step -> step.path("authenticator").asText().equals("atrium-profile"))
                .forEach(step -> ((ObjectNode) step).put("authenticatorConfig", "too many"));
        StreamSupport.stream(file.path("organizations").spliterator(), false)
                .filter(organization -> organization.path("alias").asText().equals("lakeside"))
                .forEach(organization -> ((ObjectNode) organization)
                        .withObject("/attributes")
                        .putArray("atrium.fhir-base-url")
                        .add("fhir.lakeside.example/r4"));
    }
}

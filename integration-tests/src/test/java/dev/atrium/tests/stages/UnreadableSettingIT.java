package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting of a step that an admin wrote and nobody can read, in a flow of one client. */
@ExtendWith(AtriumServer.class)
class UnreadableSettingIT {
    private static final String SCOPE = "openid user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestUser person = admin.user("example.org");
    private final Visitor visitor = Visitor.of(person);
    private final String flow = "flow-" + UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({"atrium-profile, atrium.shown, many", "atrium-method-condition, atrium.method, carrier-pigeon"})
    void lets_nobody_in_and_the_event_names_the_setting(String step, String setting, String value) {
        person.joins("riverside", "Practitioner/nobody-in", "clinician");
        App app = appWithOwnFlow();
        configure(step, setting, value);

        Page page = app.authorize(visitor.browser(), SCOPE).email(person.email());

        assertEndsWith(page.status() == 200 ? page.password(Admin.PASSWORD) : page, setting);
        assertThat(errorEvents(app)).singleElement().satisfies(event -> assertNames(event, setting, value));
    }

    /** Keycloak adds an event of its own here: none of the ways to sign in led on. */
    @Test
    void nor_somebody_who_is_known_already() {
        person.joins("riverside", "Practitioner/nobody-in", "clinician");
        visitor.signsIn(App.PORTAL, SCOPE);
        App app = appWithOwnFlow();
        configure("atrium-method-condition", "atrium.method", "carrier-pigeon");

        Page page = visitor.returns(app, SCOPE, Visitor.SIGN_IN_AGAIN);

        assertEndsWith(page, "atrium.method");
        assertThat(errorEvents(app)).anySatisfy(event -> assertNames(event, "atrium.method", "carrier-pigeon"));
    }

    private static void assertEndsWith(Page page, String unsaid) {
        assertThat(page.isCallback()).isFalse();
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).isNotBlank().doesNotContain("Exception", unsaid);
    }

    private static void assertNames(JsonNode event, String setting, String value) {
        assertThat(event.path("error").asText()).isEqualTo("invalid_config");
        assertThat(event.path("details").path("reason").asText()).contains(setting, value);
    }

    private App appWithOwnFlow() {
        ObjectNode copy = Admin.JSON.createObjectNode().put("newName", flow);
        String flowId = admin.created("authentication/flows/Atrium%20browser/copy", copy);
        return new TestClients(admin)
                .like(
                        App.PORTAL,
                        client -> client.putObject("authenticationFlowBindingOverrides")
                                .put("browser", flowId));
    }

    private void configure(String step, String setting, String value) {
        JsonNode found = StreamSupport.stream(
                        admin.read("authentication/flows/" + flow + "/executions")
                                .spliterator(),
                        false)
                .filter(execution -> execution.path("providerId").asText().equals(step))
                .findFirst()
                .orElseThrow();
        ObjectNode config = Admin.JSON.createObjectNode().put("alias", "config-" + UUID.randomUUID());
        config.putObject("config").put(setting, value);
        admin.created("authentication/executions/" + found.path("id").asText() + "/config", config);
    }

    private List<JsonNode> errorEvents(App app) {
        return StreamSupport.stream(
                        admin.read("events?client=" + app.clientId()).spliterator(), false)
                .filter(event -> event.hasNonNull("error"))
                .toList();
    }
}

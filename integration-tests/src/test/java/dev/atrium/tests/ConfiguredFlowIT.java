package dev.atrium.tests;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flows that an admin builds and configures in the console, in a copy of the realm. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConfiguredFlowIT {
    private TestRealm realm;
    private AdminRest admin;

    @BeforeAll
    void a_copy_of_the_realm_with_a_person_who_has_seven_profiles() {
        realm = TestRealm.delivered();
        admin = realm.admin();
        String clinic = realm.project("clinic");
        ObjectNode project = (ObjectNode) admin.read("organizations/" + clinic);
        project.putObject("attributes").putArray("atrium.fhir-base-url").add("http://localhost:8090/fhir/clinic");
        admin.put("organizations/" + clinic, project);
        realm.user("ann");
        realm.policy("reader", "user/*.rs");
        for (int i = 0; i < 7; i++) {
            realm.membership(membershipBody("clinic", "ann", "Practitioner/" + i, "reader"));
        }
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_flow_that_an_admin_builds {
        private final String flow = "flow-" + UUID.randomUUID();

        @Test
        void signs_people_in() {
            build();
            use(flow);

            Page callback = signIn().choose("clinic");

            assertThat(callback.callback()).containsKey("code");
        }

        @Test
        void signs_people_in_when_it_is_a_copy_of_the_delivered_one() {
            use(copied(flow));

            assertThat(signIn().profiles()).hasSize(7);
        }

        private void build() {
            admin.create(
                    "authentication/flows",
                    json("alias", flow).put("providerId", "basic-flow").put("topLevel", true));
            String credentials = flow + " credentials";
            subflow(flow, flow + " sign in", "REQUIRED");
            step(flow + " sign in", "auth-cookie", "ALTERNATIVE");
            subflow(flow + " sign in", credentials, "ALTERNATIVE");
            step(credentials, "atrium-domain", "REQUIRED");
            subflow(credentials, flow + " password", "CONDITIONAL");
            String condition = step(flow + " password", "atrium-method-condition", "REQUIRED");
            configure(condition, "atrium.method", "password");
            step(flow + " password", "atrium-password", "REQUIRED");
            configure(step(flow, "atrium-profile", "REQUIRED"), "atrium.shown", "10");
            step(flow, "atrium-scopes", "REQUIRED");
        }

        private void subflow(String parent, String alias, String requirement) {
            ObjectNode body = json("alias", alias)
                    .put("type", "basic-flow")
                    .put("provider", "registration-page-form")
                    .put("description", "");
            String path = "authentication/flows/" + encode(parent) + "/executions/flow";
            assertThat(admin.post(path, body).status()).isEqualTo(201);
            require("displayName", alias, requirement);
        }

        private String step(String parent, String provider, String requirement) {
            admin.create(
                    "authentication/flows/" + encode(parent) + "/executions/execution", json("provider", provider));
            return require("providerId", provider, requirement);
        }

        private String require(String property, String value, String requirement) {
            String executions = "authentication/flows/" + flow + "/executions";
            ObjectNode step = (ObjectNode) find(admin.read(executions), property, value);
            assertThat(admin.put(executions, step.put("requirement", requirement))
                            .status())
                    .isIn(202, 204);
            return step.path("id").asText();
        }
    }

    @Nested
    class Given_the_number_of_profiles_shown {
        private final String flow = "flow-" + UUID.randomUUID();

        @ParameterizedTest
        @CsvSource({"5, 5", "20, 7", "'', 7", "' 5 ', 5"})
        void shows_as_many(String setting, int rows) {
            use(copied(flow));
            configure(profileStep(), "atrium.shown", setting);

            assertThat(signIn().profiles()).hasSize(rows);
        }

        private String profileStep() {
            return find(admin.read("authentication/flows/" + flow + "/executions"), "providerId", "atrium-profile")
                    .path("id")
                    .asText();
        }
    }

    private String copied(String flow) {
        assertThat(admin.post("authentication/flows/Atrium%20browser/copy", json("newName", flow))
                        .status())
                .isEqualTo(201);
        return flow;
    }

    private void configure(String step, String option, String value) {
        ObjectNode config = json("alias", "config-" + UUID.randomUUID());
        config.putObject("config").put(option, value);
        String id = admin.create("authentication/executions/" + step + "/config", config);
        assertThat(admin.read("authentication/config/" + id)
                        .path("config")
                        .path(option)
                        .asText())
                .isEqualTo(value);
    }

    private void use(String flow) {
        assertThat(admin.put("", json("browserFlow", flow)).status()).isEqualTo(204);
    }

    private Page signIn() {
        Map<String, String> parameters = App.PORTAL.request("openid user/*.rs");
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        URI address =
                AtriumServer.baseUrl().resolve("/realms/" + realm.name() + "/protocol/openid-connect/auth?" + query);
        return new Browser().open(address).email("ann@example.org").password(Admin.PASSWORD);
    }

    private static ObjectNode json(String property, String value) {
        return Admin.JSON.createObjectNode().put(property, value);
    }

    private static JsonNode find(JsonNode list, String property, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> element.path(property).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + property + " " + value + " in " + list));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

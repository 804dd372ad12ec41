package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak's step-up goes on working beside it: a flow with conditions of level, and {@code acr_values}. */
@ExtendWith(AtriumServer.class)
class StepUpIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";
    private static final Map<String, String> LEVEL_2 = Map.of("acr_values", "2");

    private final Admin admin = Admin.ofRealm();
    private final StrictProject project = StrictProject.make(admin);
    private final TestUser user = project.clinicianWithApp();
    private final Person person = Person.of(user);
    private final String flow = "levels-" + UUID.randomUUID();
    private App app = App.PORTAL;

    @BeforeEach
    void a_client_with_levels() {
        admin.created(
                "authentication/flows", flowBody(flow).put("topLevel", true).put("builtIn", false));
        step(flow, "auth-cookie", "ALTERNATIVE");
        subFlow(flow, flow + "-sign-in", "ALTERNATIVE");
        level(1, "auth-username-password-form");
        level(2, "auth-otp-form");
        TestClient client = TestClient.of(admin, "user/*.cruds", "fhirUser").withDefault("acr");
        ObjectNode settings = (ObjectNode) admin.read("clients/" + client.uuid());
        settings.putObject("authenticationFlowBindingOverrides").put("browser", flowId());
        admin.update("clients/" + client.uuid(), settings);
        app = client.app();
    }

    @AfterEach
    void gone() {
        project.delete();
        admin.delete("clients/" + admin.clientUuid(app.clientId()));
        admin.delete("authentication/flows/" + flowId());
    }

    @Nested
    class Given_a_session_of_the_first_level {
        @Test
        void is_raised_by_the_flow_and_asked_nothing_more_by_the_project() {
            assertThat(app.exchange(signIn()).idClaims().path("acr").asText()).isEqualTo("1");
            project.asksForASecondFactor();

            Page otp = app.authorize(person.browser(), SCOPE, LEVEL_2);
            assertThat(otp.html().select("#kc-otp-login-form")).isNotEmpty();
            Page callback = otp.submit("kc-otp-login-form", Map.of("otp", List.of(SecondStep.now())), "login");

            assertThat(app.exchange(callback).idClaims().path("acr").asText()).isEqualTo("2");
        }

        @Test
        void is_asked_by_the_project_where_the_app_asks_for_no_level() {
            project.asksForASecondFactor();

            Page asked = signIn();

            assertThat(asked.title()).isEqualTo(SecondStep.TITLE);
            assertThat(app.exchange(SecondStep.code(asked)).scopes()).contains("user/*.rs");
        }
    }

    private Page signIn() {
        return app.authorize(person.browser(), SCOPE)
                .submit(
                        "kc-form-login",
                        Map.of("username", List.of(user.email()), "password", List.of(Admin.PASSWORD)),
                        "login");
    }

    private void level(int level, String authenticator) {
        String name = flow + "-" + level;
        subFlow(flow + "-sign-in", name, "CONDITIONAL");
        step(name, "conditional-level-of-authentication", "REQUIRED");
        step(name, authenticator, "REQUIRED");
        ObjectNode config = Admin.JSON.createObjectNode().put("alias", name);
        config.putObject("config")
                .put("loa-condition-level", String.valueOf(level))
                .put("loa-max-age", "36000");
        admin.created(
                "authentication/executions/"
                        + execution(name, "conditional-level-of-authentication")
                                .path("id")
                                .asText() + "/config",
                config);
    }

    private void subFlow(String parent, String alias, String requirement) {
        admin.created(
                "authentication/flows/" + parent + "/executions/flow",
                flowBody(alias).put("type", "basic-flow").put("provider", "registration-page-form"));
        require(parent, alias, requirement);
    }

    private void step(String parent, String provider, String requirement) {
        admin.created(
                "authentication/flows/" + parent + "/executions/execution",
                Admin.JSON.createObjectNode().put("provider", provider));
        require(parent, provider, requirement);
    }

    private void require(String parent, String name, String requirement) {
        ObjectNode execution = (ObjectNode) execution(parent, name);
        admin.update("authentication/flows/" + parent + "/executions", execution.put("requirement", requirement));
    }

    private JsonNode execution(String parent, String name) {
        for (JsonNode execution : admin.read("authentication/flows/" + parent + "/executions")) {
            if (List.of(
                            execution.path("providerId").asText(),
                            execution.path("displayName").asText())
                    .contains(name)) {
                return execution;
            }
        }
        throw new AssertionError("no '" + name + "' in " + parent);
    }

    private ObjectNode flowBody(String alias) {
        return Admin.JSON
                .createObjectNode()
                .put("alias", alias)
                .put("description", "")
                .put("providerId", "basic-flow");
    }

    private String flowId() {
        for (JsonNode found : admin.read("authentication/flows")) {
            if (found.path("alias").asText().equals(flow)) {
                return found.path("id").asText();
            }
        }
        throw new AssertionError("no flow " + flow);
    }
}

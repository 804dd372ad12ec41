package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final TestFlow flow = TestFlow.make(admin);
    private App app = App.PORTAL;

    @BeforeEach
    void a_client_with_levels() {
        flow.step(flow.alias(), "auth-cookie", "ALTERNATIVE");
        flow.subFlow(flow.alias(), flow.alias() + "-sign-in", "ALTERNATIVE");
        level(1, "auth-username-password-form");
        level(2, "auth-otp-form");
        app = flow.bind(TestClient.of(admin, "user/*.cruds", "fhirUser").withDefault("acr"))
                .app();
    }

    @AfterEach
    void gone() {
        project.delete();
        admin.delete("clients/" + admin.clientUuid(app.clientId()));
        flow.close();
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
        return SecondStep.signIn(app.authorize(person.browser(), SCOPE), user);
    }

    private void level(int level, String authenticator) {
        String name = flow.alias() + "-" + level;
        flow.subFlow(flow.alias() + "-sign-in", name, "CONDITIONAL");
        flow.step(name, "conditional-level-of-authentication", "REQUIRED");
        flow.step(name, authenticator, "REQUIRED");
        ObjectNode config = Admin.JSON.createObjectNode().put("alias", name);
        config.putObject("config")
                .put("loa-condition-level", String.valueOf(level))
                .put("loa-max-age", "36000");
        admin.created(
                "authentication/executions/"
                        + flow.execution(name, "conditional-level-of-authentication")
                                .path("id")
                                .asText() + "/config",
                config);
    }
}

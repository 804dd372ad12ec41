package dev.atrium.tests.login.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.mail.OneTimeCode;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A setup keeps how people sign in, whatever the flow is that is bound. */
@ExtendWith(AtriumServer.class)
class CopiedFlowIT {
    private static final String OWN = "own";

    private final HandmadeRealm realm = HandmadeRealm.create();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_flow_that_asks_for_a_name_and_a_code_but_for_no_password {
        @Test
        void signs_people_in_as_before_and_runs_the_stages_after_it() {
            bindsOwnFlow("auth-username-form", "auth-otp-form");

            JsonNode done = realm.setUp("{}");

            assertThat(HandmadeRealm.texts(done, "remarks"))
                    .anyMatch(sentence ->
                            sentence.startsWith("The flow 'own' asks for name and password in a way of its own"));
            Page otp = realm.open(App.PLAIN.clientId(), "openid", Map.of()).email("olga");
            assertThat(otp.submit(
                                    "kc-otp-login-form",
                                    Map.of("otp", List.of(OneTimeCode.of(HandmadeRealm.SECRET))),
                                    "login")
                            .callback())
                    .containsKey("code");
            assertThat(steps()).contains("atrium-profile").doesNotContain("atrium-domain");
        }

        @Test
        void is_bound_again_when_that_is_undone() {
            bindsOwnFlow("auth-username-form", "auth-otp-form");
            JsonNode before = realm.export();
            realm.setUp("{}");

            assertThat(HandmadeRealm.texts(realm.undo(), "undone")).contains("Bound the browser flow 'own' again.");
            assertThat(realm.export()).isEqualTo(before);
        }
    }

    @Nested
    class Given_a_realm_with_passkeys {
        @Test
        void keeps_them() {
            ObjectNode all = (ObjectNode) realm.admin().read("");
            assertThat(realm.admin()
                            .put("", all.put("webAuthnPolicyPasswordlessPasskeysEnabled", true))
                            .status())
                    .isEqualTo(204);

            realm.setUp("{}");

            assertThat(steps()).contains("atrium-domain", "atrium-password", "atrium-passkey");
        }
    }

    @Nested
    class Given_a_request_to_leave_the_flow {
        @Test
        void leaves_it_and_adds_the_rest() {
            realm.setUp("{ \"browserFlow\": false }");

            assertThat(flow()).isEqualTo("browser");
            assertThat(realm.admin().list("authentication/required-actions", "alias"))
                    .startsWith("atrium-home")
                    .endsWith("atrium-stages");
        }
    }

    private void bindsOwnFlow(String... steps) {
        ObjectNode flow = Admin.JSON
                .createObjectNode()
                .put("alias", OWN)
                .put("description", "")
                .put("providerId", "basic-flow")
                .put("topLevel", true);
        realm.admin().create("authentication/flows", flow);
        for (String step : steps) {
            realm.admin()
                    .create(
                            "authentication/flows/" + OWN + "/executions/execution",
                            Admin.JSON.createObjectNode().put("provider", step));
        }
        for (JsonNode execution : realm.admin().read("authentication/flows/" + OWN + "/executions")) {
            Answer required = realm.admin()
                    .put(
                            "authentication/flows/" + OWN + "/executions",
                            ((ObjectNode) execution).put("requirement", "REQUIRED"));
            assertThat(required.status()).as(required.body()).isIn(202, 204);
        }
        assertThat(realm.admin()
                        .put("", Admin.JSON.createObjectNode().put("browserFlow", OWN))
                        .status())
                .isEqualTo(204);
    }

    private String flow() {
        return realm.admin().read("").path("browserFlow").asText();
    }

    private List<String> steps() {
        return StreamSupport.stream(
                        realm.admin()
                                .read("authentication/flows/" + flow().replace(" ", "%20") + "/executions")
                                .spliterator(),
                        false)
                .map(step -> step.path("providerId").asText())
                .toList();
    }
}

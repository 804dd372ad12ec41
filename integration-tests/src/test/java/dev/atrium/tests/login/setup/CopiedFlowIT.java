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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A setup keeps how people sign in, whatever the flow is that is bound. */
@ExtendWith(AtriumServer.class)
class CopiedFlowIT {
    private static final String OWN = "own";
    private static final String OTP_FORM = "kc-otp-login-form";
    private static final String LEVEL = "conditional-level-of-authentication";

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
    class Given_a_step_that_asks_whether_a_sub_flow_has_run {
        private HandmadeFlow flow(String subFlow) {
            return HandmadeFlow.in(realm.admin(), OWN)
                    .subFlow(OWN, "first", "REQUIRED")
                    .step("first", "auth-username-password-form", "REQUIRED")
                    .subFlow(OWN, "second", "CONDITIONAL")
                    .step(
                            "second",
                            "conditional-sub-flow-executed",
                            "REQUIRED",
                            Map.of("flow_to_check", subFlow, "check_result", "executed"))
                    .step("second", "auth-otp-form", "REQUIRED");
        }

        @Test
        void asks_about_the_copy_of_that_sub_flow() {
            flow("first").bind();

            realm.setUp("{}");

            assertThat(signsIn("olga", Map.of()).html().getElementById(OTP_FORM))
                    .isNotNull();
        }

        @Test
        void is_not_copied_where_that_sub_flow_is_in_another_flow() {
            flow("browser").bind();

            Answer refused = realm.setUp("{}", "");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("message")).contains("rename that sub-flow, or take the condition out");
        }
    }

    @Nested
    class Given_levels_of_authentication {
        @BeforeEach
        void binds() {
            HandmadeFlow.in(realm.admin(), OWN)
                    .step(OWN, "auth-cookie", "ALTERNATIVE")
                    .subFlow(OWN, "levels", "ALTERNATIVE")
                    .subFlow("levels", "level-1", "CONDITIONAL")
                    .step("level-1", LEVEL, "REQUIRED", Map.of("loa-condition-level", "1", "loa-max-age", "300"))
                    .step("level-1", "auth-username-password-form", "REQUIRED")
                    .subFlow("levels", "level-2", "CONDITIONAL")
                    .step("level-2", LEVEL, "REQUIRED", Map.of("loa-condition-level", "2", "loa-max-age", "0"))
                    .step("level-2", "auth-otp-form", "REQUIRED")
                    .bind();
            realm.setUp("{}");
        }

        @Test
        void asks_for_the_second_where_an_app_wants_it() {
            assertThat(signsIn("olga", Map.of("acr_values", "2")).html().getElementById(OTP_FORM))
                    .isNotNull();
            assertThat(steps()).contains("atrium-domain");
        }

        @Test
        void asks_for_the_first_alone_where_no_app_wants_more() {
            assertThat(signsIn("olga", Map.of()).callback()).containsKey("code");
        }
    }

    @Nested
    class Given_a_step_that_lets_in_members_of_organizations_alone {
        @Test
        void stays_as_it_is() {
            ObjectNode all = (ObjectNode) realm.admin().read("");
            realm.admin().put("", all.put("organizationsEnabled", true));
            HandmadeFlow.in(realm.admin(), OWN)
                    .subFlow(OWN, "own-forms", "ALTERNATIVE")
                    .step("own-forms", "auth-username-password-form", "REQUIRED")
                    .subFlow("own-forms", "members", "CONDITIONAL")
                    .step("members", "conditional-user-configured", "REQUIRED")
                    .step("members", "organization", "REQUIRED", Map.of("requiresUserMembership", "true"))
                    .bind();

            JsonNode done = realm.setUp("{}");

            assertThat(steps()).contains("organization").doesNotContain("atrium-domain");
            assertThat(HandmadeRealm.texts(done, "remarks"))
                    .anyMatch(sentence -> sentence.contains("lets in members of organizations alone"));
        }
    }

    @Nested
    class Given_a_flow_that_is_a_part_of_itself {
        @Test
        void is_refused_and_leaves_the_health_of_the_realm_readable() {
            HandmadeFlow.in(realm.admin(), OWN)
                    .step(OWN, "auth-cookie", "ALTERNATIVE")
                    .subFlow(OWN, "own-forms", "ALTERNATIVE")
                    .step("own-forms", "auth-username-password-form", "REQUIRED")
                    .bind();
            String forms = id("own-forms");
            ObjectNode itself = Admin.JSON
                    .createObjectNode()
                    .put("parentFlow", forms)
                    .put("flowId", forms)
                    .put("authenticatorFlow", true)
                    .put("requirement", "ALTERNATIVE");
            assertThat(realm.admin().post("authentication/executions", itself).status())
                    .isEqualTo(201);

            assertThat(realm.setUp("{}", "").text("message")).contains("is a part of itself");
            assertThat(realm.admin().get("atrium/health").status()).isEqualTo(200);
        }

        private String id(String subFlow) {
            return StreamSupport.stream(
                            realm.admin()
                                    .read("authentication/flows/" + OWN + "/executions")
                                    .spliterator(),
                            false)
                    .filter(execution -> execution.path("displayName").asText().equals(subFlow))
                    .findFirst()
                    .orElseThrow()
                    .path("flowId")
                    .asText();
        }
    }

    @Nested
    class Given_a_first_login_flow_that_makes_no_accounts {
        @Test
        void stays_that_of_the_providers_of_organizations() {
            realm.admin().put("", ((ObjectNode) realm.admin().read("")).put("organizationsEnabled", true));
            ObjectNode organization =
                    Admin.JSON.createObjectNode().put("name", "clinic").put("alias", "clinic");
            organization.putArray("domains").addObject().put("name", "clinic.example");
            String id = realm.admin().create("organizations", organization);
            realm.admin().post("organizations/" + id + "/identity-providers", '"' + HandmadeRealm.PROVIDER + '"');
            for (JsonNode step : realm.admin().read("authentication/flows/first%20broker%20login/executions")) {
                if (step.path("providerId").asText().equals("idp-create-user-if-unique")) {
                    realm.admin()
                            .put(
                                    "authentication/flows/first%20broker%20login/executions",
                                    ((ObjectNode) step).put("requirement", "DISABLED"));
                }
            }

            JsonNode done = realm.setUp("{}");

            assertThat(HandmadeRealm.texts(done, "remarks"))
                    .anyMatch(sentence ->
                            sentence.startsWith("Left as it is: the first login flow of the identity provider '"
                                    + HandmadeRealm.PROVIDER + "', 'first broker login'."));
            assertThat(realm.admin()
                            .read("identity-provider/instances/" + HandmadeRealm.PROVIDER)
                            .path("firstBrokerLoginFlowAlias")
                            .asText())
                    .isEmpty();
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

    private Page signsIn(String name, Map<String, String> more) {
        Page first = realm.open(App.PLAIN.clientId(), "openid", more);
        return first.email(name).password(Admin.PASSWORD);
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

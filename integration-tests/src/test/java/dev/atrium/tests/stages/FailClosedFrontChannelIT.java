package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that leave by the redirect pass the same stages. */
@ExtendWith(AtriumServer.class)
class FailClosedFrontChannelIT {
    private static final String SCOPE = "openid fhirUser user/*.cruds";

    private final Admin admin = Admin.ofRealm();
    private final TestUser person = TestUser.reader(admin);

    @Nested
    class Given_a_client_with_the_implicit_flow {
        private final App app = new TestClients(admin).like(App.PORTAL, FailClosedFrontChannelIT::withImplicitFlow);

        @ParameterizedTest
        @ValueSource(strings = {"id_token token", "code token", "code id_token token"})
        void gets_the_narrowed_scope(String responseType) {
            Page back = Visitor.of(person).signsIn(app, SCOPE, asking(responseType));

            JsonNode claims = Tokens.claims(back.callback().get("access_token"));
            assertThat(claims.path("scope").asText().split(" "))
                    .containsExactlyInAnyOrder("openid", "fhirUser", "user/*.rs");
            assertThat(claims.path("project").asText()).isEqualTo("lakeside");
        }

        @ParameterizedTest
        @ValueSource(strings = {"id_token token", "code token", "code id_token token"})
        void is_told_the_narrowed_scope(String responseType) {
            Page back = Visitor.of(person).signsIn(app, SCOPE, asking(responseType));

            assertThat(back.callback().get("scope").split(" "))
                    .containsExactlyInAnyOrder("openid", "fhirUser", "user/*.rs");
        }

        @Test
        void is_told_it_by_form_too() {
            Map<String, String> request = new HashMap<>(asking("id_token token"));
            request.put("response_mode", "form_post");

            Page form = Visitor.of(person).signsIn(app, SCOPE, request);

            assertThat(form.html().select("input[name=scope]").val()).contains("user/*.rs");
        }

        @ParameterizedTest
        @ValueSource(strings = {"code", "id_token", "code id_token"})
        void is_told_none_without_an_access_token(String responseType) {
            Page back = Visitor.of(person).signsIn(app, SCOPE, asking(responseType));

            assertThat(back.callback()).doesNotContainKey("scope");
        }

        @Test
        void hears_of_a_refusal_in_the_fragment() {
            TestUser nobody = admin.user("example.org");

            Page back = Visitor.of(nobody)
                    .signsIn(app, SCOPE, asking("id_token token"))
                    .back();

            assertThat(back.address().getRawQuery()).isNull();
            assertThat(back.callback())
                    .containsEntry("error", "access_denied")
                    .containsEntry("error_description", "The user has no active profile here.")
                    .containsKey("state");
        }
    }

    @Nested
    class Given_the_implicit_flow_around_the_stages {
        private final App app =
                new TestClients(admin).aroundTheStages(App.PORTAL, FailClosedFrontChannelIT::withImplicitFlow);

        @Test
        void has_the_stages_run_as_a_required_action() {
            assertThat(Tokens.claims(signIn("id_token token").callback().get("access_token"))
                            .path("scope")
                            .asText())
                    .doesNotContain("cruds");
        }

        @ParameterizedTest
        @ValueSource(strings = {"id_token token", "code token"})
        void is_given_no_token_when_the_required_action_is_off_as_well(String responseType) {
            RealmSetting.stagesActionOff(admin).during(() -> {
                Page back = signIn(responseType);

                assertThat(back.isCallback()).isFalse();
                assertThat(back.status()).isBetween(400, 499);
                assertThat(back.title()).isEqualTo("This did not work");
            });
        }

        private Page signIn(String responseType) {
            return Visitor.of(person).signsIn(app, SCOPE, asking(responseType));
        }
    }

    private static void withImplicitFlow(ObjectNode client) {
        client.put("implicitFlowEnabled", true);
    }

    private static Map<String, String> asking(String responseType) {
        return Map.of("response_type", responseType, "nonce", "a-nonce");
    }
}

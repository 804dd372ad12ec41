package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of the admin console read. */
@ExtendWith(AtriumServer.class)
class AdminConsoleIT {
    private final AdminRest admin = AdminRest.of("atrium");

    @Nested
    class Given_the_pages_about_authentication {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "atrium-domain",
                    "atrium-password",
                    "atrium-passkey",
                    "atrium-method-condition",
                    "atrium-profile",
                    "atrium-scopes",
                    "atrium-link-verified-email"
                })
        void offer_the_step(String id) {
            JsonNode step = find("authentication/authenticator-providers", "id", id);

            assertThat(step.path("displayName").asText()).contains("Atrium");
            assertThat(step.path("description").asText()).endsWith(".");
        }

        @Test
        void show_the_flow_as_it_runs() {
            assertThat(admin.list("authentication/flows/Atrium%20browser/executions", "displayName"))
                    .containsSubsequence(
                            "Atrium sign in",
                            "Cookie",
                            "Identity Provider Redirector",
                            "Atrium domain",
                            "Condition - Atrium method",
                            "Atrium password",
                            "Atrium profile",
                            "Atrium scopes");
        }

        @Test
        void describe_the_options_of_a_step() {
            JsonNode profile = admin.read("authentication/config-description/atrium-profile");

            assertThat(profile.path("name").asText()).isEqualTo("Atrium profile");
            JsonNode shown = profile.path("properties").path(0);
            assertThat(shown.path("name").asText()).isEqualTo("atrium.shown");
            assertThat(shown.path("label").asText()).isNotBlank();
            assertThat(shown.path("helpText").asText()).contains("5 to 100");
            assertThat(shown.path("defaultValue").asText()).isEqualTo("20");
        }

        @Test
        void let_one_choose_among_the_methods() {
            JsonNode condition = admin.read("authentication/config-description/atrium-method-condition");

            JsonNode method = condition.path("properties").path(0);
            assertThat(method.path("type").asText()).isEqualTo("List");
            assertThat(method.path("options"))
                    .extracting(JsonNode::asText)
                    .contains("password", method.path("defaultValue").asText());
        }

        @Test
        void list_the_required_action_that_stands_in_where_no_flow_runs() {
            JsonNode action = find("authentication/required-actions", "alias", "atrium-stages");

            assertThat(action.path("name").asText()).isEqualTo("Atrium profile and scopes");
            assertThat(action.path("enabled").asBoolean()).isTrue();
        }
    }

    @Nested
    class Given_the_pages_about_client_scopes {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "atrium-fhir-user-mapper",
                    "atrium-patient-mapper",
                    "atrium-project-mapper",
                    "atrium-fhir-audience-mapper"
                })
        void offer_the_mapper(String id) {
            JsonNode types =
                    admin.read("/admin/serverinfo").path("protocolMapperTypes").path("openid-connect");
            JsonNode mapper = find(types, "id", id);

            assertThat(mapper.path("name").asText()).isNotBlank();
            assertThat(mapper.path("helpText").asText()).endsWith(".");
            assertThat(mapper.path("properties"))
                    .extracting(property -> property.path("name").asText())
                    .contains("access.token.claim", "introspection.token.claim");
        }

        @Test
        void show_scope_and_mappers() {
            String scopes = "client-scopes/"
                    + find("client-scopes", "name", "atrium").path("id").asText();

            assertThat(admin.read(scopes).path("protocol").asText()).isEqualTo("openid-connect");
            assertThat(admin.list(scopes + "/protocol-mappers/models", "protocolMapper"))
                    .contains("atrium-fhir-user-mapper", "atrium-patient-mapper");
        }

        @Test
        void show_what_is_assigned_to_a_client_and_no_more() {
            String client = client("smart-app");

            assertThat(admin.list(client + "/optional-client-scopes", "name"))
                    .contains("patient/*.cruds", "user/*.cruds")
                    .doesNotContain("patient/*.rs");
            assertThat(admin.list(client + "/default-client-scopes", "name")).contains("atrium");
        }

        @Test
        void evaluate_what_a_client_would_get_for_a_scope_that_an_assigned_one_covers() {
            String evaluate = client("clinician-portal") + "/evaluate-scopes";
            String alice = admin.list("users?username=alice", "id").get(0);
            String query = "?scope=openid%20user/Observation.rs&userId=" + alice;

            assertThat(admin.list(evaluate + "/protocol-mappers" + query, "mapperName"))
                    .contains("fhirUser", "patient");
            assertThat(admin.get(evaluate + "/generate-example-access-token" + query)
                            .status())
                    .isEqualTo(200);
            assertThat(admin.get(evaluate + "/generate-example-id-token" + query)
                            .status())
                    .isEqualTo(200);
            assertThat(admin.get(evaluate + "/generate-example-userinfo" + query)
                            .status())
                    .isEqualTo(200);
        }

        private String client(String clientId) {
            return "clients/" + admin.list("clients?clientId=" + clientId, "id").get(0);
        }
    }

    @Nested
    class Given_the_pages_about_organizations {
        @Test
        void show_where_a_project_has_its_fhir_server() {
            String id = find("organizations", "alias", "riverside").path("id").asText();

            assertThat(admin.read("organizations/" + id).path("attributes").path("atrium.fhir-base-url"))
                    .extracting(JsonNode::asText)
                    .isEqualTo(List.of("http://localhost:8090/fhir/riverside"));
        }
    }

    @Nested
    class Given_the_page_about_the_server {
        @ParameterizedTest
        @ValueSource(strings = {"authenticator", "required-action", "protocol-mapper", "admin-realm-restapi-extension"})
        void lists_what_atrium_provides(String spi) {
            JsonNode providers =
                    admin.read("/admin/serverinfo").path("providers").path(spi).path("providers");

            assertThat(providers.fieldNames()).toIterable().anyMatch(id -> id.startsWith("atrium"));
        }
    }

    private JsonNode find(String list, String property, String value) {
        return find(admin.read(list), property, value);
    }

    private static JsonNode find(JsonNode list, String property, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> element.path(property).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + property + " " + value + " in " + list));
    }
}

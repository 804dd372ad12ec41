package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Configuration lives in the realm's representation: it can be exported, and imported elsewhere. */
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class RealmCopyIT {
    private static final String FLOW = "authentication/flows/Atrium%20browser/executions";
    private static final String MAPPED = "atrium";

    private TestRealm delivered;
    private AdminRest original;

    @BeforeAll
    void the_realm_as_it_is_delivered() {
        delivered = TestRealm.delivered();
        original = delivered.admin();
    }

    @AfterAll
    void gone() {
        delivered.close();
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class Given_a_realm_exported_and_imported_by_the_admin_console {
        private JsonNode exported;
        private TestRealm copy;

        @BeforeAll
        void exported_and_imported() {
            Answer answer = original.post("partial-export?exportClients=true&exportGroupsAndRoles=true");
            assertThat(answer.status()).isEqualTo(200);
            exported = answer.json();
            copy = TestRealm.imported(exported);
        }

        @AfterAll
        void gone() {
            copy.close();
        }

        @Test
        void exports_the_settings_of_its_steps_in_the_clear() {
            assertThat(exported.path("authenticatorConfig").findValuesAsText("atrium.method"))
                    .containsExactlyInAnyOrder("password", "passkey", "email-code");
        }

        @Test
        void exports_no_scope_that_nobody_made() {
            assertThat(exported.path("clientScopes").findValuesAsText("name"))
                    .contains("patient/*.cruds")
                    .doesNotContain("patient/*.rs");
        }

        @Test
        void keeps_the_flow_and_its_settings() {
            assertThat(copy.admin().read("").path("browserFlow").asText()).isEqualTo("Atrium browser");
            assertThat(steps(copy.admin())).isEqualTo(steps(original));
            assertThat(methods(copy.admin())).containsExactly("password", "passkey", "email-code");
        }

        @Test
        void keeps_the_mappers_and_their_settings() {
            assertThat(mappers(copy.admin())).isEqualTo(mappers(original)).isNotEmpty();
        }

        @Test
        void keeps_what_is_assigned_to_the_clients() {
            assertThat(optionalScopes(copy.admin())).containsExactlyInAnyOrderElementsOf(optionalScopes(original));
        }

        private List<String> optionalScopes(AdminRest admin) {
            return StreamSupport.stream(
                            admin.read("clients?clientId=smart-app")
                                    .path(0)
                                    .path("optionalClientScopes")
                                    .spliterator(),
                            false)
                    .map(JsonNode::asText)
                    .toList();
        }

        private List<String> methods(AdminRest admin) {
            return StreamSupport.stream(admin.read(FLOW).spliterator(), false)
                    .filter(step -> step.path("providerId").asText().equals("atrium-method-condition"))
                    .map(step -> admin.read("authentication/config/"
                                    + step.path("authenticationConfig").asText())
                            .path("config")
                            .path("atrium.method")
                            .asText())
                    .toList();
        }
    }

    @Nested
    class Given_the_realm_file_imported_by_the_admin_console {
        @Test
        void brings_the_projects_with_their_settings_domains_and_identity_providers() {
            assertThat(original.list("organizations", "alias")).containsExactlyInAnyOrder("lakeside", "riverside");
            String lakeside = "organizations/"
                    + original.list("organizations?search=Lakeside", "id").get(0);
            JsonNode project = original.read(lakeside);
            assertThat(project.path("name").asText()).isEqualTo("Lakeside Hospital");
            assertThat(project.path("attributes")
                            .path("atrium.fhir-base-url")
                            .path(0)
                            .asText())
                    .isEqualTo("http://localhost:8090/fhir/lakeside");
            assertThat(project.path("domains").findValuesAsText("name")).containsExactly("lakeside.example");
            assertThat(original.list(lakeside + "/identity-providers", "alias")).containsExactly("lakeside-sso");
        }

        @Test
        void is_configured_like_the_one_imported_at_start() {
            AdminRest started = AdminRest.of("atrium");

            assertThat(steps(original)).isEqualTo(steps(started));
            assertThat(mappers(original)).isEqualTo(mappers(started)).isNotEmpty();
        }
    }

    private static List<String> steps(AdminRest admin) {
        return StreamSupport.stream(admin.read(FLOW).spliterator(), false)
                .map(step -> step.path("level").asText() + " "
                        + step.path("displayName").asText() + " "
                        + step.path("requirement").asText())
                .toList();
    }

    private static List<String> mappers(AdminRest admin) {
        return StreamSupport.stream(admin.read("client-scopes").spliterator(), false)
                .filter(scope -> scope.path("name").asText().equals(MAPPED))
                .flatMap(scope ->
                        StreamSupport.stream(scope.path("protocolMappers").spliterator(), false))
                .map(mapper -> mapper.path("protocolMapper").asText() + " " + sorted(mapper.path("config")))
                .sorted()
                .toList();
    }

    private static List<String> sorted(JsonNode config) {
        return config.properties().stream().map(Object::toString).sorted().toList();
    }
}

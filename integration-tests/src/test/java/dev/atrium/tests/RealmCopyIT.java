package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.demo.Build;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.nio.file.Path;
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

    private final AdminRest original = AdminRest.of("atrium");

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
                    .containsOnly("password");
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
            assertThat(methods(copy.admin())).containsExactly("password");
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
        void brings_the_projects_with_their_settings_domains_and_identity_providers() throws Exception {
            Path file = Build.around(Path.of(System.getProperty("atrium.root", "..")))
                    .realmExport()
                    .resolve("atrium-realm.json");
            try (TestRealm copy = TestRealm.imported(Admin.JSON.readTree(file.toFile()))) {
                assertThat(copy.admin().list("organizations", "alias"))
                        .containsExactlyInAnyOrder("lakeside", "riverside");
                String lakeside = "organizations/"
                        + copy.admin()
                                .list("organizations?search=lakeside", "id")
                                .get(0);
                JsonNode project = copy.admin().read(lakeside);
                assertThat(project.path("attributes")
                                .path("atrium.fhir-base-url")
                                .path(0)
                                .asText())
                        .isEqualTo("http://localhost:8090/fhir/lakeside");
                assertThat(project.path("domains").findValuesAsText("name")).containsExactly("lakeside.example");
                assertThat(copy.admin().list(lakeside + "/identity-providers", "alias"))
                        .containsExactly("lakeside-sso");
                assertThat(steps(copy.admin())).isEqualTo(steps(original));
                assertThat(mappers(copy.admin())).isEqualTo(mappers(original));
            }
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

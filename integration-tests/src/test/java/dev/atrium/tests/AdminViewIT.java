package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Json;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.server.AtriumServer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an admin sees of client scopes: those that were assigned, and none of those that they cover. */
@ExtendWith(AtriumServer.class)
class AdminViewIT {
    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final TestClient client = TestClient.of(admin, "user/*.cruds", "fhirUser");

    @BeforeEach
    void an_app_that_has_been_granted_narrower_scopes() {
        user.joins("riverside", "Practitioner/seen", "clinician");
        Person.of(user)
                .tokens(client.app(), "openid user/Encounter.rs fhirUser")
                .scopes();
    }

    @Nested
    class Given_the_client_scopes_pages {
        @Test
        void show_what_is_assigned() {
            assertThat(Json.texts(read("optional-client-scopes"), "name"))
                    .containsExactlyInAnyOrder("user/*.cruds", "fhirUser");
            assertThat(Json.texts(read("default-client-scopes"), "name")).containsExactlyInAnyOrder("basic", "atrium");
            assertThat(Json.texts(admin.read("client-scopes"), "name")).doesNotContain("user/Encounter.rs");
        }

        @Test
        void show_the_scopes_in_the_client_itself() {
            JsonNode itself = admin.read("clients/" + client.uuid());

            assertThat(Json.texts(itself.path("optionalClientScopes")))
                    .containsExactlyInAnyOrder("user/*.cruds", "fhirUser");
            assertThat(Json.texts(itself.path("defaultClientScopes"))).containsExactlyInAnyOrder("basic", "atrium");
        }
    }

    @Nested
    class Given_the_page_that_evaluates_scopes {
        private static final String ASKED = "?scope=openid%20user/Encounter.rs";

        @Test
        void lists_the_mappers_of_assigned_scopes() {
            JsonNode mappers = read("evaluate-scopes/protocol-mappers" + ASKED);

            assertThat(mappers.findValuesAsText("containerName")).contains("atrium", "basic");
        }

        @Test
        void shows_an_example_token_without_any_membership() {
            JsonNode token = read("evaluate-scopes/generate-example-access-token" + ASKED + "&userId=" + user.id());

            assertThat(token.path("scope").asText().split(" ")).contains("user/Encounter.rs");
            assertThat(token.has("membership")).isFalse();
            assertThat(token.has("fhirUser")).isFalse();
        }

        @Test
        void lists_roles_that_are_granted_and_that_are_not() {
            assertThat(read("evaluate-scopes/scope-mappings/atrium/granted" + ASKED)
                            .isArray())
                    .isTrue();
            assertThat(read("evaluate-scopes/scope-mappings/atrium/not-granted" + ASKED)
                            .isArray())
                    .isTrue();
        }
    }

    @Nested
    class Given_an_export_of_the_realm {
        private final JsonNode export = export();

        @Test
        void holds_the_client_with_its_assigned_scopes() {
            JsonNode exported = StreamSupport.stream(export.path("clients").spliterator(), false)
                    .filter(found -> found.path("id").asText().equals(client.uuid()))
                    .findFirst()
                    .orElseThrow();

            assertThat(Json.texts(exported.path("optionalClientScopes")))
                    .containsExactlyInAnyOrder("user/*.cruds", "fhirUser");
        }

        @Test
        void holds_none_of_the_scopes_that_are_nowhere_stored() {
            assertThat(Json.texts(export.path("clientScopes"), "name"))
                    .contains("user/*.cruds", "patient/*.cruds", "atrium", "project")
                    .doesNotContain("user/Encounter.rs")
                    .noneMatch(name -> name.startsWith("atrium.") || name.startsWith("atrium:"));
            assertThat(export.findValuesAsText("id")).noneMatch(id -> id.startsWith("atrium:"));
        }

        private JsonNode export() {
            String path = "partial-export?exportClients=true&exportGroupsAndRoles=true";
            return Admin.parse(admin.send("POST", path, "").body());
        }
    }

    private JsonNode read(String path) {
        return admin.read("clients/" + client.uuid() + "/" + path);
    }
}

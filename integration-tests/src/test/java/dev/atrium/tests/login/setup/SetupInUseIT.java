package dev.atrium.tests.login.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.App;
import dev.atrium.tests.server.AtriumServer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator has changed, or people use, is neither overwritten nor taken away. */
@ExtendWith(AtriumServer.class)
class SetupInUseIT {
    private static final String PROJECT =
            "{ \"project\": { \"alias\": \"clinic\", \"fhirBaseUrl\": \"https://fhir.clinic.example/r4\" } }";

    private final HandmadeRealm realm = HandmadeRealm.create();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_setup_that_is_in_use {
        @Test
        void leaves_what_is_used_and_says_so() {
            realm.setUp(PROJECT);
            String membership = realm.realm()
                    .membership(TestRealm.membershipBody("clinic", "nurse", "Practitioner/1", "practitioner"));

            JsonNode undone = realm.undo();

            assertThat(HandmadeRealm.texts(undone, "left"))
                    .containsExactlyInAnyOrder(
                            "Left the project 'clinic': it has members. Remove them, and undo again.",
                            "Left the access policy 'practitioner': memberships or invitations use it. Give them another one, and"
                                    + " undo again.",
                            "Left organizations on: there are new ones in the realm. Remove them, and undo again.");
            assertThat(realm.admin().delete("atrium/memberships/" + membership).status())
                    .isEqualTo(204);
            assertThat(HandmadeRealm.texts(realm.undo(), "left")).isEmpty();
            assertThat(realm.admin().read("").path("organizationsEnabled").asBoolean())
                    .isFalse();
        }

        @Test
        void leaves_a_client_scope_that_an_app_has() {
            realm.setUp("{}");
            String scope = StreamSupport.stream(
                            realm.admin().read("client-scopes").spliterator(), false)
                    .filter(found -> found.path("name").asText().equals("fhirUser"))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
            String client = realm.admin()
                    .list("clients?clientId=" + App.PLAIN.clientId(), "id")
                    .get(0);
            realm.admin().put("clients/" + client + "/optional-client-scopes/" + scope, Admin.JSON.createObjectNode());

            assertThat(HandmadeRealm.texts(realm.undo(), "left"))
                    .containsExactly(
                            "Left the client scope 'fhirUser': assigned to the client 'plain-oidc'. Take it from there, and"
                                    + " undo again.");
        }
    }

    @Nested
    class Given_something_that_an_administrator_has_changed {
        @Test
        void is_neither_overwritten_by_a_second_setup_nor_taken_away_by_an_undo() {
            realm.setUp("{}");
            ObjectNode action = (ObjectNode) realm.admin().read("authentication/required-actions/atrium-home");
            assertThat(realm.admin()
                            .put("authentication/required-actions/atrium-home", action.put("enabled", false))
                            .status())
                    .isEqualTo(204);

            JsonNode again = realm.setUp("{}");

            assertThat(HandmadeRealm.texts(again, "remarks"))
                    .anyMatch(sentence -> sentence.startsWith(
                            "Left as it is: the required action 'Atrium identity provider of the domain'"));
            assertThat(realm.admin()
                            .read("authentication/required-actions/atrium-home")
                            .path("enabled")
                            .asBoolean())
                    .isFalse();
            assertThat(HandmadeRealm.texts(realm.undo(), "left"))
                    .containsExactly(
                            "Left the required action 'Atrium identity provider of the domain': somebody has changed it."
                                    + " Switch it off if nobody needs it.");
        }

        @Test
        void is_left_by_an_undo() {
            realm.setUp("{}");
            String policy = realm.admin().list("atrium/policies", "id").get(0);
            ObjectNode changed = (ObjectNode) realm.admin().read("atrium/policies/" + policy);
            String name = changed.path("name").asText();
            assertThat(realm.admin()
                            .put("atrium/policies/" + policy, changed.put("description", "Ours"))
                            .status())
                    .isEqualTo(200);

            assertThat(HandmadeRealm.texts(realm.undo(), "left"))
                    .containsExactly("Left the access policy '" + name
                            + "': somebody has changed it. Delete it if nobody needs it.");
        }
    }
}

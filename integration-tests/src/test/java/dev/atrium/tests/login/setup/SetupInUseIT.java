package dev.atrium.tests.login.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator has changed, or people use, is neither overwritten nor taken away. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class SetupInUseIT {
    private static final String PROJECT =
            "{ \"project\": { \"alias\": \"clinic\", \"fhirBaseUrl\": \"https://fhir.clinic.example/r4\" } }";

    private static final String CLIENT =
            "{ \"client\": { \"clientId\": \"app\", \"redirectUris\": [\"" + Browser.CALLBACK + "\"] } }";

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
        void leaves_a_project_to_which_somebody_is_invited() {
            realm.setUp(PROJECT);
            ObjectNode invitation = Admin.JSON
                    .createObjectNode()
                    .put("project", "clinic")
                    .put("email", "invited@clinic.example")
                    .put("profile", "Practitioner/7")
                    .put("policy", "practitioner");
            String id = realm.admin().create("atrium/invitations", invitation);

            assertThat(HandmadeRealm.texts(realm.undo(), "left"))
                    .contains("Left the project 'clinic': it has pending invitations. Remove them, and undo again.");
            assertThat(realm.admin().get("atrium/invitations/" + id).status()).isEqualTo(200);
        }

        @Test
        void leaves_a_client_to_which_somebody_has_signed_in() {
            realm.setUp(CLIENT);
            realm.open("app", "openid", Map.of("redirect_uri", Browser.CALLBACK))
                    .email("nurse")
                    .password(Admin.PASSWORD);

            assertThat(HandmadeRealm.texts(realm.undo(), "left"))
                    .contains(
                            "Left the client 'app': people have signed in to it, or agreed to what it may see. Delete it if"
                                    + " nobody needs it.");
        }

        @Test
        void leaves_a_client_with_roles() {
            realm.setUp(CLIENT);
            String client = realm.admin().list("clients?clientId=app", "id").get(0);
            realm.admin()
                    .create(
                            "clients/" + client + "/roles",
                            Admin.JSON.createObjectNode().put("name", "reader"));

            assertThat(HandmadeRealm.texts(realm.undo(), "left"))
                    .contains("Left the client 'app': somebody has changed it. Delete it if nobody needs it.");
        }

        @Test
        void takes_a_membership_back_for_those_alone_who_may_manage_its_user() {
            realm.setUp("{ \"project\": { \"alias\": \"clinic\", \"fhirBaseUrl\": \"https://fhir.clinic.example/r4\" },"
                    + " \"member\": { \"user\": \"nurse\", \"profile\": \"Practitioner/1\" } }");
            AdminRest caller = realm.realm()
                    .adminWith("manage-realm", "manage-clients", "manage-identity-providers", "manage-organizations");

            Answer refused = caller.delete("atrium/setup");

            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            assertThat(refused.text("message")).contains("manage their users");
            assertThat(realm.admin().read("atrium/memberships")).hasSize(1);
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

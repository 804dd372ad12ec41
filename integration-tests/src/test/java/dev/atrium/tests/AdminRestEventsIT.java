package dev.atrium.tests;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static dev.atrium.tests.admin.TestRealm.policyBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("own")
@ExtendWith(AtriumServer.class)
class AdminRestEventsIT {
    private TestRealm realm;
    private AdminRest admin;

    @BeforeEach
    void a_realm_that_records_admin_events() throws Exception {
        realm = TestRealm.create();
        admin = realm.admin();
        realm.project("clinic");
        realm.user("ann");
        realm.policy("reader", "user/*.rs");
        admin.put("", Admin.JSON.readTree("{\"adminEventsEnabled\":true,\"adminEventsDetailsEnabled\":true}"));
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_membership {
        @Test
        void records_every_change_of_it() {
            String path = "atrium/memberships/" + realm.membership(ofAnn());
            admin.put(path, ((ObjectNode) admin.read(path)).put("label", "Ward 3"));
            admin.post(path + "/deactivate");
            admin.delete(path);

            List<JsonNode> events = events("memberships");

            assertThat(events)
                    .map(event -> event.path("operationType").asText())
                    .containsExactly("DELETE", "ACTION", "UPDATE", "CREATE");
            assertThat(events).map(event -> event.path("resourcePath").asText()).containsOnly(path);
        }

        @Test
        void records_what_it_became() throws Exception {
            String id = realm.membership(ofAnn());

            String recorded =
                    events("memberships").get(0).path("representation").asText();

            assertThat(Admin.JSON.readTree(recorded)).isEqualTo(admin.read("atrium/memberships/" + id));
        }

        @Test
        void records_who_changed_it() {
            AdminRest other = realm.adminWith("realm-admin");
            other.create("atrium/memberships", ofAnn());

            String user = events("memberships")
                    .get(0)
                    .path("authDetails")
                    .path("userId")
                    .asText();

            assertThat(admin.read("users/" + user).path("username").asText()).startsWith("admin-");
        }

        @Test
        void records_nothing_when_nothing_changed() {
            String path = "atrium/memberships/" + realm.membership(ofAnn());

            admin.post(path + "/activate");
            admin.post("atrium/memberships", ofAnn());
            admin.get(path);
            admin.delete("atrium/memberships/none");

            assertThat(events("memberships")).hasSize(1);
        }
    }

    @Nested
    class Given_a_policy {
        @Test
        void records_every_change_of_it() {
            String path = "atrium/policies/" + realm.policy("short-lived");
            admin.put(path, policyBody("short-lived", "user/*.rs"));
            admin.put(path, policyBody("reader"));
            admin.delete(path);

            List<JsonNode> events = events("policies");

            assertThat(events)
                    .map(event -> event.path("operationType").asText())
                    .containsExactly("DELETE", "UPDATE", "CREATE");
            assertThat(events).map(event -> event.path("resourcePath").asText()).containsOnly(path);
        }
    }

    private static ObjectNode ofAnn() {
        return membershipBody("clinic", "ann", "Patient/ann", "reader");
    }

    /** Newest first; Keycloak looks for paths, but not for resource types that are not its own. */
    private List<JsonNode> events(String list) {
        JsonNode events = admin.read("admin-events?resourcePath=atrium/" + list + "/*");
        return StreamSupport.stream(events.spliterator(), false).toList();
    }
}

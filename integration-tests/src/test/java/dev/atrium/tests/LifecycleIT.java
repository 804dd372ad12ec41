package dev.atrium.tests;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Atrium's rows go with what they belong to. */
@ExtendWith(AtriumServer.class)
class LifecycleIT {
    private static final String MEMBERSHIPS = "atrium/memberships";

    @Nested
    class Given_two_people_in_two_projects {
        private TestRealm realm;
        private AdminRest admin;
        private String clinic;
        private String ann;

        @BeforeEach
        void four_memberships() {
            realm = TestRealm.populated();
            admin = realm.admin();
            clinic = realm.projectId("clinic");
            ann = realm.userId("ann");
            realm.membership(membershipBody("clinic", "ann", "Patient/1", "reader"));
            realm.membership(
                    membershipBody("clinic", "ben", "Patient/2", "reader").put("invitedBy", "ann"));
            realm.membership(membershipBody("hospital", "ann", "Patient/3", "reader"));
            realm.membership(membershipBody("hospital", "ben", "Patient/4", "reader"));
        }

        @AfterEach
        void gone() {
            realm.close();
        }

        @Test
        void memberships_go_with_their_user() {
            assertThat(admin.delete("users/" + ann).status()).isEqualTo(204);

            assertThat(admin.list(MEMBERSHIPS, "profile")).containsExactly("Patient/2", "Patient/4");
        }

        @Test
        void a_membership_forgets_who_invited_when_that_user_goes() {
            admin.delete("users/" + ann);

            assertThat(admin.read(MEMBERSHIPS).path(0).has("invitedBy")).isFalse();
        }

        @Test
        void memberships_go_with_their_organization() {
            assertThat(admin.delete("organizations/" + clinic).status()).isEqualTo(204);

            assertThat(admin.list(MEMBERSHIPS, "profile")).containsExactly("Patient/3", "Patient/4");
        }

        @Test
        void memberships_in_an_organization_go_when_the_user_leaves_it() {
            admin.post("organizations/" + clinic + "/members", '"' + ann + '"');

            assertThat(admin.delete("organizations/" + clinic + "/members/" + ann)
                            .status())
                    .isEqualTo(204);

            assertThat(admin.list(MEMBERSHIPS, "profile")).containsExactly("Patient/2", "Patient/3", "Patient/4");
        }

        @Test
        void everything_goes_with_the_realm() {
            String id = admin.read("").path("id").asText();
            ObjectNode sameId = Admin.JSON.createObjectNode().put("realm", realm.name());

            admin.delete("/admin/realms/" + realm.name());
            assertThat(admin.post("/admin/realms", sameId.put("id", id)).status())
                    .isEqualTo(201);

            assertThat(admin.list(MEMBERSHIPS, "id")).isEmpty();
            assertThat(admin.list("atrium/policies", "id")).isEmpty();
        }

        @Test
        void a_realm_with_memberships_can_be_renamed() {
            String renamed = "test-" + UUID.randomUUID();

            assertThat(admin.put("", Admin.JSON.createObjectNode().put("realm", renamed))
                            .status())
                    .isEqualTo(204);

            realm = new TestRealm(renamed, AdminRest.of(renamed));
            assertThat(realm.admin().list(MEMBERSHIPS, "id")).hasSize(4);
        }
    }

    @Nested
    class Given_a_person_who_agreed_to_the_scopes_of_an_app {
        private final AdminRest admin = AdminRest.of("atrium");
        private final ObjectNode client = likeSmartApp();
        private final App app = new App(client.path("clientId").asText(), Optional.empty());
        private final TestUser person = Admin.ofRealm().user("example.org");

        @BeforeEach
        void agreed() {
            client.put("id", admin.create("clients", client));
            person.joins("riverside", "Patient/lifecycle", "patient-self");
            assertThat(asked()).isTrue();
        }

        @AfterEach
        void gone() {
            admin.delete("clients/" + client.path("id").asText());
            admin.delete("users/" + person.id());
        }

        @Test
        void is_not_asked_again() {
            assertThat(asked()).isFalse();
        }

        @Test
        void is_asked_again_once_the_app_was_removed_and_made_anew() {
            assertThat(admin.delete("clients/" + client.path("id").asText()).status())
                    .isEqualTo(204);
            admin.create("clients", client);

            assertThat(asked()).isTrue();
        }

        /** Whether the person is asked to agree; what is asked for is agreed to. */
        private boolean asked() {
            Page page = app.authorize(new Browser(), "openid patient/*.rs")
                    .email(person.email())
                    .password(Admin.PASSWORD);
            if (page.isCallback()) {
                return false;
            }
            assertThat(page.allow().callback()).containsKey("code");
            return true;
        }

        private ObjectNode likeSmartApp() {
            JsonNode smartApp = admin.read("clients?clientId=smart-app").path(0);
            ObjectNode copy = smartApp.deepCopy();
            copy.remove("id");
            copy.remove("protocolMappers");
            return copy.put("clientId", "app-" + UUID.randomUUID());
        }
    }
}

package dev.atrium.tests.project;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static dev.atrium.tests.app.Grants.OFFLINE;
import static dev.atrium.tests.app.Grants.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who leaves an organization loses the memberships in it, at once. */
@ExtendWith(AtriumServer.class)
class LeavingIT {
    private static final App APP = App.PORTAL;

    @Nested
    class Given_a_member_who_is_signed_in_to_an_app {
        private final AdminRest admin = AdminRest.of("atrium");
        private final String alias = "left-" + UUID.randomUUID().toString().substring(0, 8);
        private final TestUser user = Admin.ofRealm().user("example.org");
        private String project;
        private Tokens online;
        private Tokens offline;

        @BeforeEach
        void signed_in() {
            ObjectNode organization = Admin.JSON
                    .createObjectNode()
                    .put("name", alias)
                    .put("alias", alias)
                    .put("enabled", true);
            organization.putArray("domains").addObject().put("name", alias + ".example");
            organization
                    .putObject("attributes")
                    .putArray("atrium.fhir-base-url")
                    .add("http://localhost:8090/fhir/" + alias);
            project = admin.create("organizations", organization);
            assertThat(admin.post(project("members"), '"' + user.id() + '"').status())
                    .isEqualTo(201);
            user.joins(alias, "Practitioner/leaving", "clinician");
            Person person = Person.of(user);
            online = person.tokens(APP, ONLINE);
            offline = person.tokens(APP, OFFLINE);
            assertThat(isActive()).isTrue();
        }

        @AfterEach
        void gone() {
            admin.delete(project(""));
            admin.delete("users/" + user.id());
        }

        @Test
        void the_tokens_end_when_an_administrator_removes_the_member() {
            assertThat(admin.delete(project("members/" + user.id())).status()).isEqualTo(204);

            nothingIsLeft();
        }

        @Test
        void the_tokens_end_when_the_organization_is_deleted() {
            assertThat(admin.delete(project("")).status()).isEqualTo(204);

            nothingIsLeft();
        }

        @Test
        void the_tokens_rest_while_the_organization_is_disabled() {
            enable(false);

            assertThat(APP.refresh(online.refreshToken()).error()).isEqualTo("invalid_grant");
            assertThat(isActive()).isFalse();

            enable(true);

            assertThat(isActive()).isTrue();
        }

        private void nothingIsLeft() {
            assertThat(admin.read("atrium/memberships?user=" + user.id())).isEmpty();
            assertThat(APP.refresh(online.refreshToken()).error()).isEqualTo("invalid_grant");
            assertThat(APP.refresh(offline.refreshToken()).error()).isEqualTo("invalid_grant");
            assertThat(isActive()).isFalse();
            assertThat(APP.userinfo(offline.accessToken()).body()).doesNotContain("Practitioner/leaving", alias);
        }

        private boolean isActive() {
            return offline.introspection().path("active").asBoolean();
        }

        private void enable(boolean on) {
            ObjectNode organization = (ObjectNode) admin.read(project(""));
            assertThat(admin.put(project(""), organization.put("enabled", on)).status())
                    .isEqualTo(204);
        }

        private String project(String rest) {
            return rest.isEmpty() ? "organizations/" + project : "organizations/" + project + "/" + rest;
        }
    }

    @Nested
    class Given_a_member_of_two_projects {
        private TestRealm realm;
        private AdminRest admin;
        private String clinic;
        private String ann;

        @BeforeEach
        void ann_and_ben() {
            realm = TestRealm.create();
            admin = realm.admin();
            clinic = realm.project("clinic");
            realm.project("hospital");
            realm.policy("reader", "user/*.rs");
            ann = realm.user("ann");
            realm.user("ben");
            admin.post("organizations/" + clinic + "/members", '"' + ann + '"');
            realm.membership(membershipBody("clinic", "ann", "Patient/1", "reader"));
            realm.membership(membershipBody("clinic", "ann", "Practitioner/1", "reader"));
            realm.membership(membershipBody("hospital", "ann", "Patient/2", "reader"));
            realm.membership(membershipBody("clinic", "ben", "Patient/3", "reader"));
        }

        @AfterEach
        void gone() {
            realm.close();
        }

        @Test
        void who_leaves_one_loses_all_in_it_and_nothing_else() {
            admin.delete("organizations/" + clinic + "/members/" + ann);

            assertThat(profiles()).containsExactly("Patient/2", "Patient/3");
        }

        @Test
        void what_was_offered_there_is_taken_back() {
            admin.post("atrium/invitations", invitation("clinic"));
            admin.post("atrium/invitations", invitation("hospital"));

            admin.delete("organizations/" + clinic + "/members/" + ann);

            assertThat(admin.list("atrium/invitations?project=clinic", "state")).containsExactly("revoked");
            assertThat(admin.list("atrium/invitations?project=hospital", "state"))
                    .containsExactly("pending");
        }

        private List<String> profiles() {
            return admin.list("atrium/memberships", "profile");
        }

        private static ObjectNode invitation(String project) {
            return Admin.JSON
                    .createObjectNode()
                    .put("email", "ann@example.org")
                    .put("project", project)
                    .put("profile", "Practitioner/9")
                    .put("policy", "reader");
        }
    }

    @Nested
    class Given_a_member_who_came_by_an_identity_provider_of_the_organization {
        private TestRealm realm;
        private AdminRest admin;
        private String ann;

        @BeforeEach
        void ann_of_the_provider() {
            realm = TestRealm.imported(Admin.parse(FILE));
            admin = realm.admin();
            realm.policy("reader", "user/*.rs");
            realm.project("hospital");
            ann = realm.userId("ann");
            realm.membership(membershipBody("clinic", "ann", "Patient/1", "reader"));
            realm.membership(membershipBody("hospital", "ann", "Patient/2", "reader"));
        }

        @AfterEach
        void gone() {
            realm.close();
        }

        @Test
        void who_loses_the_link_to_it_is_a_member_no_more() {
            assertThat(admin.delete("users/" + ann + "/federated-identity/clinic-sso")
                            .status())
                    .isEqualTo(204);

            assertThat(active()).containsExactly("Patient/2");
        }

        @Test
        void who_loses_the_link_to_another_keeps_them() {
            assertThat(admin.delete("users/" + ann + "/federated-identity/social")
                            .status())
                    .isEqualTo(204);

            assertThat(active()).hasSize(2);
        }

        private List<String> active() {
            return admin.list("atrium/memberships?active=true", "profile");
        }
    }

    private static final String FILE = """
            {
              "realm": "any", "enabled": true, "organizationsEnabled": true,
              "identityProviders": [
                {"alias": "clinic-sso", "providerId": "oidc", "enabled": true, "config": {"clientId": "a", "clientSecret": "b",
                  "authorizationUrl": "https://sso.clinic.example/auth", "tokenUrl": "https://sso.clinic.example/token"}},
                {"alias": "social", "providerId": "oidc", "enabled": true, "config": {"clientId": "a", "clientSecret": "b",
                  "authorizationUrl": "https://social.example/auth", "tokenUrl": "https://social.example/token"}}
              ],
              "users": [{"username": "ann", "email": "ann@clinic.example", "enabled": true, "federatedIdentities": [
                {"identityProvider": "clinic-sso", "userId": "1", "userName": "ann"},
                {"identityProvider": "social", "userId": "2", "userName": "ann"}
              ]}],
              "organizations": [{"name": "Clinic", "alias": "clinic", "enabled": true, "domains": [{"name": "clinic.example"}],
                "members": [{"username": "ann", "membershipType": "MANAGED"}],
                "identityProviders": [{"alias": "clinic-sso"}]}]
            }
            """;
}

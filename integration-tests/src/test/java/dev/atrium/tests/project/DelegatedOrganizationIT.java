package dev.atrium.tests.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who manages one organization, by a fine-grained permission of Keycloak's, gains nothing beyond it. */
@ExtendWith(AtriumServer.class)
class DelegatedOrganizationIT {
    private TestRealm realm;
    private String organization;

    @BeforeEach
    void a_realm_with_a_project() {
        realm = TestRealm.create();
        realm.admin().put("", Admin.JSON.createObjectNode().put("adminPermissionsEnabled", true));
        organization = "organizations/" + realm.project("clinic");
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_somebody_who_manages_it_alone {
        private AdminRest manager;

        @BeforeEach
        void permitted() {
            manager = realm.adminWith("query-organizations");
            String user =
                    realm.admin().read("users?search=admin-").path(0).path("id").asText();
            permit(user);
        }

        @Test
        void its_description_is_theirs() {
            assertThat(change(manager, body -> body.put("description", "ours")).status())
                    .isEqualTo(204);
        }

        @Test
        void no_domain_is_claimed_by_them() {
            Answer answer = change(manager, DelegatedOrganizationIT::withAnotherDomain);
            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.text("errorMessage"))
                    .isEqualTo("Only an administrator with the role manage-organizations may change the domains of an "
                            + "organization");
            assertThat(realm.admin().read(organization).path("domains")).hasSize(1);
        }

        @Test
        void no_other_fhir_server_is_chosen_by_them() {
            Answer answer = change(manager, DelegatedOrganizationIT::withBaseUrl);
            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(realm.admin().read(organization).path("attributes").has("atrium.fhir-base-url"))
                    .isFalse();
        }
    }

    @Nested
    class Given_a_brand {
        @Test
        void is_not_theirs_who_manage_it_alone() {
            AdminRest manager = realm.adminWith("query-organizations");
            permit(realm.admin().read("users?search=admin-").path(0).path("id").asText());

            Answer answer = change(manager, body -> {
                body.withObject("/attributes").putArray("atrium.brand-bundle").add("https://brands.example.org/b.json");
                return body;
            });

            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        }
    }

    @Nested
    class Given_somebody_who_manages_all_organizations {
        @Test
        void both_are_theirs_to_change() {
            AdminRest manager = realm.adminWith("manage-organizations");
            assertThat(change(manager, body -> withBaseUrl(withAnotherDomain(body)))
                            .status())
                    .isEqualTo(204);
        }
    }

    private Answer change(AdminRest admin, UnaryOperator<ObjectNode> change) {
        return admin.put(organization, change.apply((ObjectNode) realm.admin().read(organization)));
    }

    private static ObjectNode withAnotherDomain(ObjectNode body) {
        body.withArray("domains").addObject().put("name", "example.org");
        return body;
    }

    private static ObjectNode withBaseUrl(ObjectNode body) {
        body.withObject("/attributes").putArray("atrium.fhir-base-url").add("https://fhir.example.org/other");
        return body;
    }

    private void permit(String user) {
        AdminRest admin = realm.admin();
        String server = "clients/"
                + admin.read("clients?clientId=admin-permissions")
                        .path(0)
                        .path("id")
                        .asText()
                + "/authz/resource-server/";
        ObjectNode policy = Admin.JSON.createObjectNode().put("name", "the manager");
        policy.putArray("users").add(user);
        assertThat(admin.post(server + "policy/user", policy).status()).isEqualTo(201);
        ObjectNode permission =
                Admin.JSON.createObjectNode().put("name", "manages it").put("resourceType", "Organizations");
        permission.putArray("resources").add(organization.substring(organization.indexOf('/') + 1));
        permission.putArray("scopes").add("manage").add("view");
        permission.putArray("policies").add("the manager");
        Answer answer = admin.post(server + "permission/scope", permission);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}

package dev.atrium.tests;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class AdminRestMembershipsIT {
    private static final String MEMBERSHIPS = "atrium/memberships";

    private TestRealm realm;
    private AdminRest admin;
    private String clinic;
    private String ann;

    @BeforeAll
    void a_realm_with_two_projects_two_people_and_two_policies() {
        realm = TestRealm.populated();
        admin = realm.admin();
        clinic = realm.projectId("clinic");
        ann = realm.userId("ann");
        realm.policy("clinician", "user/*.cruds");
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_new_membership {
        private final ObjectNode body =
                membershipBody("clinic", "ann", "Practitioner/" + System.nanoTime(), "clinician");

        @Test
        void is_found_at_its_location() {
            Answer created = admin.post(MEMBERSHIPS, body);

            assertThat(created.status()).isEqualTo(201);
            String location =
                    created.response().headers().firstValue("Location").orElseThrow();
            assertThat(admin.read(URI.create(location).toString())).isEqualTo(created.json());
        }

        @Test
        void has_what_was_given_and_the_rest_from_the_server() {
            JsonNode created =
                    admin.post(MEMBERSHIPS, body.put("label", "Ward 3")).json();

            assertThat(created.path("projectId").asText()).isEqualTo(clinic);
            assertThat(created.path("userId").asText()).isEqualTo(ann);
            assertThat(created.path("label").asText()).isEqualTo("Ward 3");
            assertThat(created.path("active").asBoolean()).isTrue();
            assertThat(created.path("admin").asBoolean()).isFalse();
            assertThat(created.has("created")).isTrue();
            assertThat(created.has("lastUsed")).isFalse();
        }

        @Test
        void may_name_project_and_user_by_their_ids() {
            ObjectNode byIds = body.deepCopy();
            byIds.remove(List.of("project", "user"));
            JsonNode created = admin.post(
                            MEMBERSHIPS, byIds.put("projectId", clinic).put("userId", ann))
                    .json();

            assertThat(created.path("project").asText()).isEqualTo("clinic");
            assertThat(created.path("user").asText()).isEqualTo("ann");
        }

        @Test
        void may_name_the_project_as_people_see_it() {
            JsonNode created = admin.post(MEMBERSHIPS, body.put("project", "Project clinic"))
                    .json();

            assertThat(created.path("project").asText()).isEqualTo("clinic");
        }

        @Test
        void keeps_any_text_as_it_was_written() {
            String label = "Müller’s 日本 \uD83C\uDFE5 <b>\"'; --%";

            String id = admin.create(MEMBERSHIPS, body.put("label", label));

            assertThat(admin.read(MEMBERSHIPS + "/" + id).path("label").asText())
                    .isEqualTo(label);
        }
    }

    @Nested
    class Given_a_membership {
        private String path;
        private ObjectNode stored;

        @BeforeEach
        void stored() {
            path = MEMBERSHIPS + "/"
                    + realm.membership(membershipBody("clinic", "ann", "Patient/" + System.nanoTime(), "clinician")
                            .put("label", "Own record")
                            .put("externalId", "e-" + System.nanoTime())
                            .put("invitedBy", "ben"));
            stored = (ObjectNode) admin.read(path);
        }

        @Test
        void stays_the_same_when_it_is_put_back_as_it_was_read() {
            Answer answer = admin.put(path, stored);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).isEqualTo(stored);
            assertThat(admin.read(path)).isEqualTo(stored);
        }

        @Test
        void has_another_policy_when_its_name_was_changed() {
            JsonNode changed = admin.put(path, stored.put("policy", "reader")).json();

            assertThat(changed.path("policy").asText()).isEqualTo("reader");
            assertThat(admin.read(path)).isEqualTo(changed);
        }

        @Test
        void loses_what_a_change_leaves_out() {
            stored.remove(List.of("label", "externalId", "invitedBy"));

            assertThat(admin.put(path, stored).json()).isEqualTo(stored);
        }

        @Test
        void is_inactive_after_it_was_deactivated_and_active_after_it_was_activated() {
            assertThat(admin.post(path + "/deactivate").json().path("active").asBoolean())
                    .isFalse();
            assertThat(admin.read(path).path("active").asBoolean()).isFalse();

            assertThat(admin.post(path + "/activate").json()).isEqualTo(stored);
            assertThat(admin.read(path)).isEqualTo(stored);
        }

        @Test
        void is_deactivated_twice_without_harm() {
            admin.post(path + "/deactivate");

            assertThat(admin.post(path + "/deactivate").status()).isEqualTo(200);
        }

        @Test
        void is_not_there_any_more_once_it_is_deleted() {
            assertThat(admin.delete(path).status()).isEqualTo(204);

            assertThat(admin.get(path).status()).isEqualTo(404);
            assertThat(admin.delete(path).status()).isEqualTo(404);
            assertThat(admin.put(path, stored).status()).isEqualTo(404);
            assertThat(admin.post(path + "/activate").status()).isEqualTo(404);
        }

        @Test
        void leaves_its_profile_and_external_id_free_once_it_is_deleted() {
            admin.delete(path);
            stored.remove(List.of("id", "created"));

            assertThat(admin.post(MEMBERSHIPS, stored).status()).isEqualTo(201);
        }
    }
}

package dev.atrium.tests;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static dev.atrium.tests.admin.TestRealm.policyBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class AdminRestPoliciesIT {
    private static final String POLICIES = "atrium/policies";

    private TestRealm realm;
    private AdminRest admin;

    @BeforeAll
    void a_realm() {
        realm = TestRealm.create();
        admin = realm.admin();
        realm.project("clinic");
        realm.user("ann");
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_new_policy {
        @Test
        void is_found_at_its_location() {
            Answer created = admin.post(POLICIES, policyBody("found", "user/*.cruds", "patient/Observation.rs"));

            assertThat(created.status()).isEqualTo(201);
            String location =
                    created.response().headers().firstValue("Location").orElseThrow();
            assertThat(admin.read(location)).isEqualTo(created.json());
        }

        @Test
        void keeps_its_scopes_with_their_search_parameters() {
            String scope =
                    "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";

            String id = realm.policy("searching", scope, "user/Patient.read");

            assertThat(admin.read(POLICIES + "/" + id).path("scopes"))
                    .extracting(JsonNode::asText)
                    .containsExactly(scope, "user/Patient.read");
        }

        @Test
        void may_allow_nothing() {
            String id = realm.policy("nothing");

            assertThat(admin.read(POLICIES + "/" + id).path("scopes")).isEmpty();
        }

        @Test
        void has_no_name_that_another_has_in_another_case() {
            realm.policy("Ärzte");

            assertThat(Refusal.of(admin.post(POLICIES, policyBody("äRZTE"))))
                    .isEqualTo(new Refusal(409, "policy_name_taken", "name"));
        }
    }

    @Nested
    class Given_a_policy {
        private final String name = "policy " + System.nanoTime();
        private final String path = POLICIES + "/" + realm.policy(name, "user/*.rs");

        @Test
        void stays_the_same_when_it_is_put_back_as_it_was_read() {
            JsonNode stored = admin.read(path);

            Answer answer = admin.put(path, stored);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).isEqualTo(stored);
            assertThat(admin.read(path)).isEqualTo(stored);
        }

        @Test
        void is_changed_as_a_whole() {
            ObjectNode changed = policyBody(name + " renamed", "patient/*.rs").put("description", "Two\nlines");

            assertThat(admin.put(path, changed).status()).isEqualTo(200);

            changed.put("id", admin.read(path).path("id").asText());
            assertThat(admin.read(path)).isEqualTo(changed);
        }

        @Test
        void is_shown_by_its_new_name_in_the_memberships_that_have_it() {
            String membership = realm.membership(membershipBody("clinic", "ann", "Patient/" + System.nanoTime(), name));

            admin.put(path, policyBody(name + " renamed"));

            assertThat(admin.read("atrium/memberships/" + membership)
                            .path("policy")
                            .asText())
                    .isEqualTo(name + " renamed");
        }

        @Test
        void takes_no_name_of_another() {
            realm.policy(name + " other");

            assertThat(Refusal.of(admin.put(path, policyBody(name + " OTHER"))))
                    .isEqualTo(new Refusal(409, "policy_name_taken", "name"));
            assertThat(admin.read(path).path("name").asText()).isEqualTo(name);
        }

        @Test
        void is_not_deleted_while_a_membership_has_it() {
            String membership = realm.membership(membershipBody("clinic", "ann", "Patient/" + System.nanoTime(), name));

            assertThat(Refusal.of(admin.delete(path))).isEqualTo(new Refusal(409, "policy_in_use", ""));

            admin.delete("atrium/memberships/" + membership);
            assertThat(admin.delete(path).status()).isEqualTo(204);
        }

        @Test
        void is_not_there_any_more_once_it_is_deleted() {
            admin.delete(path);

            assertThat(admin.get(path).status()).isEqualTo(404);
            assertThat(admin.put(path, policyBody(name)).status()).isEqualTo(404);
            assertThat(Refusal.of(admin.delete(path))).isEqualTo(new Refusal(404, "not_found", ""));
        }
    }
}

package dev.atrium.tests.hook;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static dev.atrium.tests.hook.TestHook.event;
import static dev.atrium.tests.hook.TestHook.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What events of another system do to those who run a project or a realm, and to people of whom they say too little. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class HookAdministratorsIT {
    private static final String ANN = "ann@example.org";
    private static final Refusal LAST_ADMINISTRATOR = new Refusal(409, "last_administrator", "");
    private static final Refusal OUT_OF_REACH = new Refusal(409, "account_out_of_reach", "");

    private TestRealm realm;
    private TestHook hook;

    @BeforeEach
    void a_hook_of_an_HR_system() {
        realm = TestRealm.create();
        realm.project("clinic");
        realm.policy("staff", "user/*.rs");
        realm.policy("doctor", "user/*.cruds");
        hook = TestHook.of(realm);
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_the_only_administrator_of_a_project {
        @BeforeEach
        void ann() {
            administrator("ann", "4711");
        }

        @Test
        void stays_when_the_other_system_says_that_she_left() {
            assertThat(Refusal.of(hook.send(event("left", "4711", ANN)))).isEqualTo(LAST_ADMINISTRATOR);
            assertThat(isActive("4711")).isTrue();
        }

        @Test
        void would_stay_says_a_dry_run() {
            Answer answer = hook.dryRun(event("left", "4711", ANN));

            assertThat(answer.json().path("accepted").asBoolean()).isFalse();
            assertThat(answer.text("error")).isEqualTo("last_administrator");
        }

        @Test
        void stays_beside_a_member_who_is_none() {
            realm.user("ben");
            realm.membership(membershipBody("clinic", "ben", "Practitioner/1", "staff"));

            assertThat(Refusal.of(hook.send(event("left", "4711", ANN)))).isEqualTo(LAST_ADMINISTRATOR);
        }

        @Test
        void stays_beside_an_administrator_of_another_project() {
            realm.project("hospital");
            realm.user("ben");
            realm.membership(
                    membershipBody("hospital", "ben", "Practitioner/1", "staff").put("admin", true));

            assertThat(Refusal.of(hook.send(event("left", "4711", ANN)))).isEqualTo(LAST_ADMINISTRATOR);
        }

        @Test
        void stays_beside_an_administrator_whose_account_is_disabled() {
            administrator("ben", "4712");
            realm.admin()
                    .put(
                            "users/" + realm.userId("ben"),
                            Admin.JSON.createObjectNode().put("enabled", false));

            assertThat(Refusal.of(hook.send(event("left", "4711", ANN)))).isEqualTo(LAST_ADMINISTRATOR);
        }
    }

    @Nested
    class Given_two_administrators {
        @BeforeEach
        void ann_and_ben() {
            administrator("ann", "4711");
            administrator("ben", "4712");
        }

        @Test
        void one_leaves_and_the_other_stays() {
            assertThat(outcome(hook.send(event("left", "4711", ANN)))).isEqualTo("deactivated");
            assertThat(Refusal.of(hook.send(event("left", "4712", "ben@example.org"))))
                    .isEqualTo(LAST_ADMINISTRATOR);
            assertThat(isActive("4712")).isTrue();
        }

        @Test
        void none_leaves_when_one_call_says_that_both_did() {
            ObjectNode body = TestHook.body();
            ((ObjectNode) body.path("mapping")).put("events", "/events");
            ObjectNode call = Admin.JSON.createObjectNode();
            call.putArray("events").add(event("left", "4711", ANN)).add(event("left", "4712", "ben@example.org"));

            assertThat(Refusal.of(TestHook.of(realm, body).send(call))).isEqualTo(LAST_ADMINISTRATOR);
            assertThat(isActive("4711")).isTrue();
            assertThat(isActive("4712")).isTrue();
        }
    }

    @Nested
    class Given_an_administrator_of_the_realm {
        private String ann;

        @BeforeEach
        void ann_manages_users() {
            ann = realm.user("ann");
            realm.admin().put("users/" + ann, Admin.JSON.createObjectNode().put("emailVerified", true));
            String management = realm.admin()
                    .list("clients?clientId=realm-management", "id")
                    .get(0);
            ArrayNode roles = Admin.JSON.createArrayNode();
            roles.add(realm.admin().read("clients/" + management + "/roles/manage-users"));
            realm.admin().post("users/" + ann + "/role-mappings/clients/" + management, roles);
        }

        @ParameterizedTest
        @ValueSource(strings = {"hired", "applied"})
        void becomes_no_member(String event) {
            assertThat(Refusal.of(hook.send(event(event, "4711", ANN)))).isEqualTo(OUT_OF_REACH);
            assertThat(hook.memberships()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"moved", "left"})
        void stays_the_member_that_she_is(String event) {
            realm.membership(
                    membershipBody("clinic", "ann", "Practitioner/1", "staff").put("externalId", "4711"));

            assertThat(Refusal.of(hook.send(event(event, "4711", ANN)))).isEqualTo(OUT_OF_REACH);
            assertThat(isActive("4711")).isTrue();
            assertThat(hook.memberships().path(0).path("profile").asText()).isEqualTo("Practitioner/1");
        }
    }

    @Nested
    class Given_events_that_say_an_address_alone {
        private TestHook byAddress;

        @BeforeEach
        void a_hook_without_external_ids() {
            ObjectNode body = TestHook.body();
            ObjectNode fields = (ObjectNode) body.path("mapping").path("fields");
            fields.remove("externalId");
            fields.remove("profileType");
            fields.remove("profileId");
            byAddress = TestHook.of(realm, body);
            realm.user("ann");
            realm.membership(membershipBody("clinic", "ann", "Practitioner/1", "staff"));
        }

        @Test
        void the_one_membership_ends() {
            assertThat(outcome(byAddress.send(event("left", "", ANN)))).isEqualTo("deactivated");
            assertThat(outcome(byAddress.send(event("left", "", ANN)))).isEqualTo("unchanged");
        }

        @Test
        void of_several_memberships_none_ends() {
            realm.membership(membershipBody("clinic", "ann", "Practitioner/2", "staff"));

            assertThat(Refusal.of(byAddress.send(event("left", "", ANN))))
                    .isEqualTo(new Refusal(409, "membership_ambiguous", ""));
            assertThat(realm.admin().read("atrium/memberships?active=true")).hasSize(2);
        }

        @Test
        void the_one_that_is_left_ends() {
            realm.membership(
                    membershipBody("clinic", "ann", "Practitioner/2", "staff").put("active", false));

            assertThat(outcome(byAddress.send(event("left", "", ANN)))).isEqualTo("deactivated");
        }
    }

    private void administrator(String username, String externalId) {
        realm.user(username);
        realm.membership(membershipBody("clinic", username, "Practitioner/" + externalId, "staff")
                .put("admin", true)
                .put("externalId", externalId));
    }

    private boolean isActive(String externalId) {
        for (var membership : hook.memberships()) {
            if (membership.path("externalId").asText().equals(externalId)) {
                return membership.path("active").asBoolean();
            }
        }
        throw new AssertionError("no membership " + externalId);
    }
}

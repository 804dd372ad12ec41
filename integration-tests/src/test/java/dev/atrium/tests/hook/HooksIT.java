package dev.atrium.tests.hook;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static dev.atrium.tests.hook.TestHook.event;
import static dev.atrium.tests.hook.TestHook.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.AccessToken;
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

/** What the events of another system lead to. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class HooksIT {
    private static final String ANN = "ann@example.org";

    private TestRealm realm;
    private TestHook hook;

    @BeforeEach
    void a_hook_of_an_HR_system() {
        realm = TestRealm.create();
        realm.project("clinic");
        realm.policy("staff", "user/*.rs");
        realm.policy("doctor", "user/*.cruds");
        realm.policy("chief", "user/*.cruds");
        hook = TestHook.of(realm);
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_somebody_new {
        @Test
        void gets_an_account_and_a_membership() {
            assertThat(outcome(hook.send(event("hired", "4711", ANN)))).isEqualTo("created");
            JsonNode membership = hook.memberships().path(0);
            assertThat(membership.path("user").asText()).isEqualTo(ANN);
            assertThat(membership.path("project").asText()).isEqualTo("clinic");
            assertThat(membership.path("profile").asText()).isEqualTo("Practitioner/4711");
            assertThat(membership.path("policy").asText()).isEqualTo("staff");
            assertThat(membership.path("externalId").asText()).isEqualTo("4711");
            assertThat(membership.path("label").asText()).isEqualTo("Staff");
            assertThat(membership.path("admin").asBoolean()).isFalse();
            assertThat(membership.path("active").asBoolean()).isTrue();
        }

        @Test
        void gets_an_account_whose_address_nobody_has_proved() {
            hook.send(event("hired", "4711", ANN));
            JsonNode user = realm.admin().read("users?email=" + ANN).path(0);
            assertThat(user.path("firstName").asText()).isEqualTo("Ann");
            assertThat(user.path("enabled").asBoolean()).isTrue();
            assertThat(user.path("emailVerified").asBoolean()).isFalse();
        }

        @Test
        void gets_the_policy_that_the_event_names() {
            hook.send(ofRole("doctor"));
            assertThat(hook.memberships().path(0).path("policy").asText()).isEqualTo("doctor");
        }

        @Test
        void gets_none_that_the_hook_does_not_name() {
            assertThat(Refusal.of(hook.send(ofRole("chief"))))
                    .isEqualTo(new Refusal(422, "event_not_understood", "policy"));
            assertThat(hook.memberships()).isEmpty();
            assertThat(realm.admin().read("users?email=" + ANN)).isEmpty();
        }

        @Test
        void is_not_hired_twice() {
            hook.send(event("hired", "4711", ANN));
            assertThat(outcome(hook.send(event("hired", "4711", ANN)))).isEqualTo("unchanged");
            assertThat(hook.memberships()).hasSize(1);
        }

        private static ObjectNode ofRole(String role) {
            ObjectNode event = event("hired", "4711", ANN);
            ((ObjectNode) event.path("employee")).put("role", role);
            return event;
        }
    }

    @Nested
    class Given_somebody_with_an_account {
        @Test
        void gets_a_membership_when_the_address_is_proved() {
            String ann = realm.user("ann");
            realm.admin().put("users/" + ann, Admin.JSON.createObjectNode().put("emailVerified", true));
            assertThat(outcome(hook.send(event("hired", "4711", ANN)))).isEqualTo("created");
            assertThat(hook.memberships().path(0).path("userId").asText()).isEqualTo(ann);
        }

        @Test
        void gets_one_when_anybody_could_have_registered_with_that_address_and_those_are_out() {
            String ann = realm.user("ann");
            assertThat(outcome(hook.send(event("hired", "4711", ANN)))).isEqualTo("created");
            assertThat(hook.memberships().path(0).path("userId").asText()).isEqualTo(ann);
            assertThat(realm.admin().read("users/" + ann + "/credentials")).isEmpty();
        }

        @Test
        void whoever_registered_has_no_session_left_either() {
            String ann = realm.user("ann");
            AccessToken.ofAdmin(realm.name(), "ann", Admin.PASSWORD).get();
            realm.admin()
                    .list("users/" + ann + "/credentials", "id")
                    .forEach(id -> realm.admin().delete("users/" + ann + "/credentials/" + id));
            assertThat(outcome(hook.send(event("hired", "4711", ANN)))).isEqualTo("created");
            assertThat(realm.admin().read("users/" + ann + "/sessions")).isEmpty();
        }

        @Test
        void proves_no_address_by_that() {
            String ann = realm.user("ann");
            hook.send(event("hired", "4711", ANN));
            assertThat(realm.admin().read("users/" + ann).path("emailVerified").asBoolean())
                    .isFalse();
        }

        @Test
        void gets_no_other_when_a_member_never_proved_the_address() {
            realm.user("ann");
            realm.project("hospital");
            realm.membership(membershipBody("hospital", "ann", "Practitioner/ann", "staff"));
            assertThat(Refusal.of(hook.send(event("hired", "4711", ANN))))
                    .isEqualTo(new Refusal(409, "email_not_verified", ""));
            assertThat(hook.memberships()).hasSize(1);
        }

        @Test
        void keeps_name_and_account_as_they_are() {
            String ann = realm.user("ann");
            realm.admin().put("users/" + ann, Admin.JSON.createObjectNode().put("emailVerified", true));
            hook.send(event("hired", "4711", ANN));
            assertThat(realm.admin().read("users/" + ann).path("firstName").asText())
                    .isEqualTo("Test");
        }
    }

    @Nested
    class Given_a_member {
        @BeforeEach
        void hired() {
            hook.send(event("hired", "4711", ANN));
        }

        @Test
        void changes_ward_and_policy() {
            ObjectNode moved = event("moved", "4711", ANN);
            ((ObjectNode) moved.path("employee")).put("ward", "Ward 3").put("role", "doctor");
            assertThat(outcome(hook.send(moved))).isEqualTo("changed");
            assertThat(hook.memberships().path(0).path("label").asText()).isEqualTo("Ward 3");
            assertThat(hook.memberships().path(0).path("policy").asText()).isEqualTo("doctor");
        }

        @Test
        void leaves() {
            assertThat(outcome(hook.send(event("left", "4711", ANN)))).isEqualTo("deactivated");
            assertThat(hook.memberships().path(0).path("active").asBoolean()).isFalse();
            assertThat(outcome(hook.send(event("left", "4711", ANN)))).isEqualTo("unchanged");
        }

        @Test
        void comes_back() {
            hook.send(event("left", "4711", ANN));
            assertThat(outcome(hook.send(event("hired", "4711", ANN)))).isEqualTo("changed");
            assertThat(hook.memberships().path(0).path("active").asBoolean()).isTrue();
            assertThat(hook.memberships()).hasSize(1);
        }

        @Test
        void stays_what_he_is_in_other_projects() {
            realm.project("other");
            realm.membership(
                    membershipBody("other", ANN, "Practitioner/4711", "chief").put("externalId", "4711"));
            hook.send(event("left", "4711", ANN));
            JsonNode there =
                    realm.admin().read("atrium/memberships?project=other").path(0);
            assertThat(there.path("active").asBoolean()).isTrue();
        }
    }

    @Nested
    class Given_somebody_unknown {
        @Test
        void changes_and_leaves_without_a_trace() {
            assertThat(outcome(hook.send(event("moved", "1", ANN)))).isEqualTo("not_found");
            assertThat(outcome(hook.send(event("left", "1", ANN)))).isEqualTo("not_found");
        }

        @Test
        void is_invited() {
            Answer answer = hook.send(event("applied", "4711", ANN));
            assertThat(outcome(answer)).isEqualTo("invited");
            JsonNode invitation = realm.admin().read("atrium/invitations").path(0);
            assertThat(invitation.path("email").asText()).isEqualTo(ANN);
            assertThat(invitation.path("id").asText())
                    .isEqualTo(answer.json()
                            .path("results")
                            .path(0)
                            .path("invitation")
                            .asText());
            assertThat(hook.memberships()).isEmpty();
            assertThat(outcome(hook.send(event("applied", "4711", ANN)))).isEqualTo("unchanged");
        }
    }

    @Nested
    class Given_an_event_that_means_nothing {
        @Test
        void is_ignored() {
            assertThat(outcome(hook.send(event("promoted", "4711", ANN)))).isEqualTo("ignored");
            assertThat(outcome(hook.send(Admin.JSON.createObjectNode()))).isEqualTo("ignored");
        }
    }

    @Nested
    class Given_a_call_with_several_events {
        private TestHook several;

        @BeforeEach
        void a_hook_for_several() {
            ObjectNode body = TestHook.body();
            ((ObjectNode) body.path("mapping")).put("events", "/events");
            several = TestHook.of(realm, body);
        }

        @Test
        void carries_out_all() {
            ObjectNode call = Admin.JSON.createObjectNode();
            call.putArray("events").add(event("hired", "1", ANN)).add(event("hired", "2", "bob@example.org"));
            assertThat(several.send(call).json().path("results")).hasSize(2);
            assertThat(several.memberships()).hasSize(2);
        }

        @Test
        void carries_out_none_when_one_cannot_be() {
            ObjectNode call = Admin.JSON.createObjectNode();
            call.putArray("events").add(event("hired", "1", ANN)).add(event("hired", "2", "nobody"));
            assertThat(Refusal.of(several.send(call))).isEqualTo(new Refusal(422, "event_not_understood", "email"));
            assertThat(several.memberships()).isEmpty();
            assertThat(realm.admin().read("users?email=" + ANN)).isEmpty();
        }
    }

    @Nested
    class Given_a_repeat {
        @Test
        void is_answered_as_before_and_carried_out_once() {
            Answer first = hook.send("msg_1", event("hired", "4711", ANN).toString());
            hook.send(event("left", "4711", ANN));
            Answer second = hook.send("msg_1", event("hired", "4711", ANN).toString());
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.response().headers().firstValue("Atrium-Repeat")).contains("true");
            assertThat(hook.memberships().path(0).path("active").asBoolean()).isFalse();
        }

        @Test
        void is_none_when_the_first_was_refused() {
            assertThat(hook.send("msg_1", event("hired", "4711", "nobody").toString())
                            .status())
                    .isEqualTo(422);
            assertThat(outcome(hook.send("msg_1", event("hired", "4711", ANN).toString())))
                    .isEqualTo("created");
        }
    }

    @Nested
    class Given_a_dry_run {
        @Test
        void says_what_would_be_done_and_does_nothing() {
            Answer answer = hook.dryRun(event("hired", "4711", ANN));
            assertThat(answer.json().path("accepted").asBoolean()).isTrue();
            assertThat(outcome(answer)).isEqualTo("created");
            assertThat(hook.memberships()).isEmpty();
            assertThat(realm.admin().read("users?email=" + ANN)).isEmpty();
            assertThat(hook.calls()).isEmpty();
        }

        @Test
        void says_why_not() {
            Answer answer = hook.dryRun(event("hired", "4711", "nobody"));
            assertThat(answer.json().path("accepted").asBoolean()).isFalse();
            assertThat(answer.text("status")).isEqualTo("422");
            assertThat(answer.text("field")).isEqualTo("email");
        }
    }

    @Nested
    class Given_the_log {
        @Test
        void holds_what_came_and_what_it_was_answered() {
            hook.send("msg_1", event("hired", "4711", ANN).toString());
            hook.send("msg_2", event("hired", "4712", "nobody").toString());
            JsonNode calls = hook.calls();
            assertThat(calls).hasSize(2);
            assertThat(calls.path(0).path("call").asText()).isEqualTo("msg_2");
            assertThat(calls.path(0).path("status").asInt()).isEqualTo(422);
            assertThat(calls.path(0).path("answer").path("field").asText()).isEqualTo("email");
            assertThat(calls.path(1).path("done").asBoolean()).isTrue();
        }

        @Test
        void holds_nothing_of_the_person_and_no_secret() {
            hook.send(event("hired", "4711", ANN));
            hook.send(event("hired", "4712", "nobody"));
            assertThat(hook.calls().toString()).doesNotContain("ann@", "nobody", "Other", hook.secret());
        }

        @Test
        void goes_with_the_hook() {
            hook.send(event("hired", "4711", ANN));
            assertThat(realm.admin().delete(hook.path()).status()).isEqualTo(204);
            assertThat(realm.admin().get(hook.path() + "/calls").status()).isEqualTo(404);
            assertThat(hook.send(event("left", "4711", ANN)).status()).isEqualTo(404);
        }
    }
}

package dev.atrium.tests.hook;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static dev.atrium.tests.hook.TestHook.event;
import static dev.atrium.tests.hook.TestHook.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How far the events of another system reach: to what its hook could have given, and to whom they are about. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class HookReachIT {
    private static final String ANN = "ann@example.org";
    private static final Refusal OUT_OF_REACH = new Refusal(409, "membership_out_of_reach", "");

    private TestRealm realm;
    private TestHook hook;

    @BeforeEach
    void a_hook_that_may_make_staff_and_doctors() {
        realm = TestRealm.create();
        realm.project("clinic");
        realm.policy("staff", "user/*.rs");
        realm.policy("doctor", "user/*.cruds");
        realm.policy("chief", "user/*.cruds");
        verified("ann");
        hook = TestHook.of(realm);
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_former_chief {
        @Test
        void is_not_switched_on_again_by_external_id() {
            former("ann", "chief", false, "4711");
            assertThat(Refusal.of(hook.send(event("hired", "4711", ANN)))).isEqualTo(OUT_OF_REACH);
            assertThat(isActive()).isFalse();
        }

        @Test
        void is_not_switched_on_again_by_address_and_profile() {
            realm.membership(membershipBody("clinic", "ann", "Practitioner/4711", "chief")
                    .put("active", false));
            assertThat(Refusal.of(hook.send(event("hired", "4711", ANN)))).isEqualTo(OUT_OF_REACH);
            assertThat(isActive()).isFalse();
        }

        @Test
        void does_not_come_back_as_a_doctor_either() {
            former("ann", "chief", false, "4711");
            ObjectNode event = event("hired", "4711", ANN);
            ((ObjectNode) event.path("employee")).put("role", "doctor");
            assertThat(Refusal.of(hook.send(event))).isEqualTo(OUT_OF_REACH);
            assertThat(theOne().path("policy").asText()).isEqualTo("chief");
        }

        @Test
        void is_refused_in_the_log_too() {
            former("ann", "chief", false, "4711");
            hook.send(event("hired", "4711", ANN));
            JsonNode call = hook.calls().path(0);
            assertThat(call.path("done").asBoolean()).isFalse();
            assertThat(call.path("answer").path("error").asText()).isEqualTo("membership_out_of_reach");
        }
    }

    @Nested
    class Given_a_former_administrator {
        @Test
        void is_not_switched_on_again() {
            former("ann", "staff", true, "4711");
            assertThat(Refusal.of(hook.send(event("hired", "4711", ANN)))).isEqualTo(OUT_OF_REACH);
            assertThat(isActive()).isFalse();
        }
    }

    @Nested
    class Given_a_chief {
        @BeforeEach
        void a_chief() {
            realm.membership(
                    membershipBody("clinic", "ann", "Practitioner/1", "chief").put("externalId", "4711"));
        }

        @Test
        void does_not_become_somebody_else_to_FHIR() {
            assertThat(Refusal.of(hook.send(event("moved", "4711", ANN)))).isEqualTo(OUT_OF_REACH);
            assertThat(theOne().path("profile").asText()).isEqualTo("Practitioner/1");
        }

        @Test
        void leaves_like_anybody() {
            assertThat(outcome(hook.send(event("left", "4711", ANN)))).isEqualTo("deactivated");
            assertThat(isActive()).isFalse();
        }
    }

    @Nested
    class Given_a_number_that_is_now_somebody_elses {
        @BeforeEach
        void bob_had_it() {
            verified("bob");
            former("bob", "staff", false, "4711");
        }

        @Test
        void hiring_the_one_does_not_bring_back_the_other() {
            assertThat(Refusal.of(hook.send(event("hired", "4711", ANN))))
                    .isEqualTo(new Refusal(409, "email_differs", ""));
            assertThat(isActive()).isFalse();
        }

        @Test
        void moving_the_one_does_not_change_the_other() {
            assertThat(Refusal.of(hook.send(event("moved", "4711", ANN))))
                    .isEqualTo(new Refusal(409, "email_differs", ""));
            assertThat(theOne().path("label").asText()).isEmpty();
        }
    }

    @Nested
    class Given_a_former_member_whose_address_was_never_proved {
        @Test
        void is_not_switched_on_again() {
            realm.user("eve");
            former("eve", "staff", false, "4711");
            assertThat(Refusal.of(hook.send(event("hired", "4711", "eve@example.org"))))
                    .isEqualTo(new Refusal(409, "email_not_verified", ""));
            assertThat(isActive()).isFalse();
        }
    }

    private void verified(String username) {
        String id = realm.user(username);
        realm.admin().put("users/" + id, Admin.JSON.createObjectNode().put("emailVerified", true));
    }

    private void former(String user, String policy, boolean admin, String externalId) {
        realm.membership(membershipBody("clinic", user, "Practitioner/4711", policy)
                .put("admin", admin)
                .put("active", false)
                .put("externalId", externalId));
    }

    private JsonNode theOne() {
        assertThat(hook.memberships()).hasSize(1);
        return hook.memberships().path(0);
    }

    private boolean isActive() {
        return theOne().path("active").asBoolean();
    }
}

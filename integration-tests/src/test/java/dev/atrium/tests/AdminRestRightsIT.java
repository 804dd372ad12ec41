package dev.atrium.tests;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static dev.atrium.tests.admin.TestRealm.policyBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may do what with the admin REST: every operation, by callers of every kind. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class AdminRestRightsIT {
    private static final Refusal FORBIDDEN = new Refusal(403, "forbidden", "");

    private TestRealm realm;
    private String membership;
    private String policy;

    @BeforeAll
    void a_realm_with_a_membership() {
        realm = TestRealm.create();
        realm.project("clinic");
        realm.user("ann");
        policy = "atrium/policies/" + realm.policy("reader", "user/*.rs");
        membership = "atrium/memberships/" + realm.membership(membershipBody("clinic", "ann", "Patient/ann", "reader"));
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_the_admin_of_the_realm {
        private final AdminRest caller = realm.adminWith("realm-admin");

        @Test
        void may_do_everything() {
            assertThat(readsMemberships(caller)).allMatch(answer -> answer.status() == 200);
            assertThat(readsPolicies(caller)).allMatch(answer -> answer.status() == 200);
            assertThat(changesMembership(caller)).allMatch(answer -> answer.status() == 200);
            assertThat(changesPolicy(caller)).allMatch(answer -> answer.status() == 200);
            String made = caller.create("atrium/memberships", membershipBody("clinic", "ann", "Patient/b", "reader"));
            assertThat(caller.delete("atrium/memberships/" + made).status()).isEqualTo(204);
            String extra = caller.create("atrium/policies", policyBody("extra"));
            assertThat(caller.delete("atrium/policies/" + extra).status()).isEqualTo(204);
        }
    }

    @Nested
    class Given_somebody_who_manages_users_and_organizations {
        private final AdminRest caller = realm.adminWith("manage-users", "manage-organizations");

        @Test
        void may_create_change_and_delete_memberships() {
            String made = caller.create("atrium/memberships", membershipBody("clinic", "ann", "Patient/c", "reader"));

            assertThat(changesMembership(caller)).allMatch(answer -> answer.status() == 200);
            assertThat(caller.delete("atrium/memberships/" + made).status()).isEqualTo(204);
        }

        @Test
        void sees_policies_but_may_not_change_them() {
            assertThat(readsPolicies(caller)).allMatch(answer -> answer.status() == 200);
            assertThat(changesPolicy(caller)).map(Refusal::of).containsOnly(FORBIDDEN);
        }
    }

    @Nested
    class Given_somebody_who_manages_users_only {
        private final AdminRest caller = realm.adminWith("manage-users");

        @Test
        void sees_memberships_but_may_not_change_them() {
            assertThat(readsMemberships(caller)).allMatch(answer -> answer.status() == 200);
            assertThat(changesMembership(caller)).map(Refusal::of).containsOnly(FORBIDDEN);
            assertThat(createsAndDeletes(caller)).map(Refusal::of).containsOnly(FORBIDDEN);
        }
    }

    @Nested
    class Given_somebody_who_manages_organizations_only {
        private final AdminRest caller = realm.adminWith("manage-organizations");

        @Test
        void neither_sees_nor_changes_memberships() {
            assertThat(readsMemberships(caller)).map(Refusal::of).containsOnly(FORBIDDEN);
            assertThat(changesMembership(caller)).map(Refusal::of).containsOnly(FORBIDDEN);
            assertThat(createsAndDeletes(caller)).map(Refusal::of).containsOnly(FORBIDDEN);
        }
    }

    @Nested
    class Given_somebody_who_views_users {
        private final AdminRest caller = realm.adminWith("view-users");

        @Test
        void sees_everything_and_changes_nothing() {
            assertThat(readsMemberships(caller)).allMatch(answer -> answer.status() == 200);
            assertThat(readsPolicies(caller)).allMatch(answer -> answer.status() == 200);
            assertThat(changesMembership(caller)).map(Refusal::of).containsOnly(FORBIDDEN);
            assertThat(createsAndDeletes(caller)).map(Refusal::of).containsOnly(FORBIDDEN);
            assertThat(changesPolicy(caller)).map(Refusal::of).containsOnly(FORBIDDEN);
        }
    }

    @Nested
    class Given_somebody_who_may_only_look_up_users {
        private final AdminRest caller = realm.adminWith("query-users");

        @Test
        void sees_no_membership_and_cannot_tell_which_there_are() {
            assertThat(readsMemberships(caller)).map(Refusal::of).containsOnly(FORBIDDEN);
            assertThat(Refusal.of(caller.get("atrium/memberships/none"))).isEqualTo(FORBIDDEN);
            assertThat(Refusal.of(caller.get("atrium/memberships?user=nobody"))).isEqualTo(FORBIDDEN);
        }
    }

    @Nested
    class Given_a_user_without_any_role {
        private final AdminRest caller = realm.adminWith();

        @Test
        void may_do_nothing() {
            assertThat(everything(caller)).map(Refusal::of).containsOnly(FORBIDDEN);
        }
    }

    @Nested
    class Given_an_admin_of_another_realm {
        @Test
        void may_do_nothing() {
            try (TestRealm other = TestRealm.create()) {
                AdminRest caller = other.adminWith("realm-admin").in(realm.name());

                assertThat(everything(caller)).allMatch(answer -> answer.status() == 403);
            }
            assertThat(realm.admin().read(membership).path("active").asBoolean())
                    .isTrue();
        }
    }

    @Nested
    class Given_nobody {
        @Test
        void is_told_to_sign_in() {
            assertThat(everything(AdminRest.withoutToken(realm.name()))).allMatch(answer -> answer.status() == 401);
        }

        @Test
        void is_not_let_in_by_something_that_is_no_token() {
            assertThat(everything(AdminRest.with("not-a-token", realm.name())))
                    .allMatch(answer -> answer.status() == 401);
        }
    }

    private List<Answer> readsMemberships(AdminRest caller) {
        return Stream.of(membership, "atrium/memberships", "atrium/memberships/count", "atrium/memberships?user=ann")
                .map(caller::get)
                .toList();
    }

    private List<Answer> readsPolicies(AdminRest caller) {
        return Stream.of(policy, "atrium/policies", "atrium/policies/count")
                .map(caller::get)
                .toList();
    }

    /** Changes that leave the membership as it was. */
    private List<Answer> changesMembership(AdminRest caller) {
        JsonNode stored = realm.admin().read(membership);
        return List.of(
                caller.put(membership, stored),
                caller.post(membership + "/deactivate"),
                caller.post(membership + "/activate"));
    }

    private List<Answer> changesPolicy(AdminRest caller) {
        return List.of(caller.put(policy, realm.admin().read(policy)));
    }

    private List<Answer> createsAndDeletes(AdminRest caller) {
        return List.of(
                caller.post("atrium/memberships", membershipBody("clinic", "ann", "Patient/d", "reader")),
                caller.post("atrium/memberships", membershipBody("none", "nobody", "Patient/d", "none")),
                caller.delete(membership));
    }

    private List<Answer> everything(AdminRest caller) {
        return Stream.of(
                        readsMemberships(caller),
                        readsPolicies(caller),
                        changesMembership(caller),
                        changesPolicy(caller),
                        createsAndDeletes(caller),
                        List.of(caller.post("atrium/policies", policyBody("new")), caller.delete(policy)))
                .flatMap(List::stream)
                .toList();
    }
}

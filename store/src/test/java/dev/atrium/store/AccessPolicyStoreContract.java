package dev.atrium.store;

import static dev.atrium.core.store.Outcome.DONE;
import static dev.atrium.core.store.Outcome.IN_USE;
import static dev.atrium.core.store.Outcome.NOT_FOUND;
import static dev.atrium.core.store.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.membership.Membership;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.core.store.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How access policies are kept. */
abstract class AccessPolicyStoreContract extends StoreContract {
    AccessPolicyStoreContract(TestDatabase database) {
        super(database);
    }

    static AccessPolicy changed(AccessPolicy policy, String name) {
        return new AccessPolicy(policy.id(), name, "changed", ScopeSet.parse("user/*.cruds"));
    }

    @Nested
    class Given_no_policy {
        private final AccessPolicy unknown = policy("Unknown");

        @Test
        void finds_nothing() {
            assertThat(policies.find(unknown.id())).isEmpty();
            assertThat(policies.findByName("Unknown")).isEmpty();
        }

        @Test
        void cannot_update_it() {
            assertThat(policies.update(unknown)).isEqualTo(NOT_FOUND);
        }

        @Test
        void cannot_delete_it() {
            assertThat(policies.delete(unknown.id())).isEqualTo(NOT_FOUND);
        }

        @Test
        void keeps_texts_of_any_length() {
            AccessPolicy large = new AccessPolicy(
                    unknown.id(), "İ".repeat(AccessPolicy.LONGEST_NAME), "ä".repeat(9_000), ScopeSet.parse(scopes()));
            assertThat(policies.create(large)).isEqualTo(DONE);
            assertThat(policies.find(large.id())).contains(large);
        }

        private String scopes() {
            return String.join(
                    " ",
                    IntStream.range(0, 2_000)
                            .mapToObj(n -> "patient/Observation.rs?code=" + n)
                            .toList());
        }
    }

    @Nested
    class Given_a_policy {
        private final AccessPolicy nurse = kept(policy("Nurse"));

        @Test
        void finds_it_by_name_in_any_case() {
            assertThat(policies.findByName("nURSE")).contains(nurse);
        }

        @Test
        void refuses_its_name_in_any_case() {
            assertThat(policies.create(policy("NURSE"))).isEqualTo(TAKEN);
        }

        @Test
        void replaces_it() {
            AccessPolicy changed = changed(nurse, "Head nurse");
            assertThat(policies.update(changed)).isEqualTo(DONE);
            assertThat(policies.find(nurse.id())).contains(changed);
            assertThat(policies.findByName("Nurse")).isEmpty();
        }

        @Test
        void may_change_the_case_of_its_name() {
            assertThat(policies.update(changed(nurse, "NURSE"))).isEqualTo(DONE);
        }

        @Test
        void an_update_cannot_take_the_name_of_another() {
            AccessPolicy doctor = kept(policy("Doctor"));
            assertThat(policies.update(changed(doctor, "nurse"))).isEqualTo(TAKEN);
            assertThat(policies.find(doctor.id())).contains(doctor);
        }

        @Test
        void is_gone_when_deleted() {
            assertThat(policies.delete(nurse.id())).isEqualTo(DONE);
            assertThat(policies.find(nurse.id())).isEmpty();
        }

        @Test
        void stays_while_a_membership_has_it() {
            kept(MembershipBuilder.with(nurse).inactive().build());
            assertThat(policies.delete(nurse.id())).isEqualTo(IN_USE);
            assertThat(policies.find(nurse.id())).contains(nurse);
        }

        @Test
        void a_change_shows_in_its_memberships() {
            Membership membership = kept(MembershipBuilder.with(nurse).build());
            AccessPolicy changed = changed(nurse, "Nurse");
            policies.update(changed);
            assertThat(memberships.find(membership.id()).map(Membership::policy))
                    .contains(changed);
        }
    }

    @Nested
    class Given_five_policies {
        private final List<AccessPolicy> all = List.of(
                kept(policy("alpha")),
                kept(policy("Bravo")),
                kept(policy("charlie")),
                kept(policy("Delta")),
                kept(policy("echo")));

        @Test
        void lists_them_by_name_whatever_its_case() {
            assertThat(policies.list(ALL)).containsExactlyElementsOf(all);
        }

        @Test
        void pages_follow_each_other() {
            assertThat(policies.list(new Page(2, 2))).containsExactly(all.get(2), all.get(3));
        }

        @Test
        void counts_them() {
            assertThat(policies.count()).isEqualTo(5);
        }
    }
}

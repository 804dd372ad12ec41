package dev.atrium.store;

import static dev.atrium.core.store.Outcome.DONE;
import static dev.atrium.core.store.Outcome.NOT_FOUND;
import static dev.atrium.core.store.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.membership.Membership;
import dev.atrium.core.policy.AccessPolicy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How single memberships are kept and changed. */
abstract class MembershipStoreContract extends StoreContract {
    final AccessPolicy clinician = kept(policy("Clinician"));

    MembershipStoreContract(TestDatabase database) {
        super(database);
    }

    @Nested
    class Given_no_membership {
        private final Membership unknown = MembershipBuilder.with(clinician).build();

        @Test
        void finds_nothing() {
            assertThat(memberships.find(unknown.id())).isEmpty();
        }

        @Test
        void keeps_all_that_a_membership_says() {
            Membership full = MembershipBuilder.with(clinician)
                    .of(BERT)
                    .as("PractitionerRole/" + "r".repeat(64))
                    .label("Ärztin, Haus 7 😀")
                    .inactive()
                    .externalId("hr-4711")
                    .invitedBy(ANNA)
                    .lastUsed(NOON.plusSeconds(1))
                    .build();
            assertThat(memberships.create(full)).isEqualTo(DONE);
            assertThat(memberships.find(full.id())).contains(full);
        }

        @Test
        void keeps_a_membership_with_nothing_optional() {
            assertThat(memberships.create(unknown)).isEqualTo(DONE);
            assertThat(memberships.find(unknown.id())).contains(unknown);
        }

        @Test
        void cannot_update_it() {
            assertThat(memberships.update(unknown)).isEqualTo(NOT_FOUND);
        }

        @Test
        void cannot_lock_it() {
            assertThat(memberships.lock(unknown.id())).isEmpty();
        }

        @Test
        void cannot_delete_it() {
            assertThat(memberships.delete(unknown.id())).isEqualTo(NOT_FOUND);
        }

        @Test
        void using_it_does_nothing() {
            memberships.used(unknown.id(), NOON);
            assertThat(memberships.find(unknown.id())).isEmpty();
        }
    }

    @Nested
    class Given_a_membership {
        private final Membership present =
                kept(MembershipBuilder.with(clinician).externalId("hr-1").build());

        @Test
        void refuses_the_same_profile_of_that_person_in_that_project() {
            assertThat(memberships.create(MembershipBuilder.with(clinician).build()))
                    .isEqualTo(TAKEN);
        }

        @Test
        void refuses_the_same_external_id_in_that_project() {
            Membership other = MembershipBuilder.with(clinician)
                    .of(BERT)
                    .externalId("hr-1")
                    .build();
            assertThat(memberships.create(other)).isEqualTo(TAKEN);
        }

        @Test
        void allows_another_profile_of_that_person_in_that_project() {
            Membership other = MembershipBuilder.with(clinician).as("Patient/1").build();
            assertThat(memberships.create(other)).isEqualTo(DONE);
        }

        @Test
        void allows_profile_and_external_id_in_another_project() {
            Membership other = MembershipBuilder.with(clinician)
                    .in(SURGERY)
                    .externalId("hr-1")
                    .build();
            assertThat(memberships.create(other)).isEqualTo(DONE);
        }

        @Test
        void replaces_all_but_id_and_times() {
            AccessPolicy nurse = kept(policy("Nurse"));
            MembershipBuilder changed = MembershipBuilder.with(nurse)
                    .id(present.id().value())
                    .in(SURGERY)
                    .of(BERT)
                    .as("Patient/2")
                    .label("Mine")
                    .inactive()
                    .externalId("hr-2")
                    .invitedBy(ANNA);
            Membership asked =
                    changed.created(NOON.plusSeconds(9)).lastUsed(NOON).build();
            assertThat(memberships.update(asked)).isEqualTo(DONE);
            assertThat(memberships.find(present.id()))
                    .get()
                    .usingRecursiveComparison()
                    .ignoringFields("history.created", "history.lastUsed")
                    .isEqualTo(asked);
        }

        @Test
        void an_update_leaves_its_times_alone() {
            memberships.used(present.id(), NOON.plusSeconds(5));
            memberships.update(MembershipBuilder.like(present)
                    .created(NOON.plusSeconds(9))
                    .lastUsed(NOON)
                    .build());
            assertThat(memberships.find(present.id())).get().satisfies(kept -> {
                assertThat(kept.created()).isEqualTo(NOON);
                assertThat(kept.lastUsed()).contains(NOON.plusSeconds(5));
            });
        }

        @Test
        void an_update_that_changes_nothing_is_done() {
            assertThat(memberships.update(present)).isEqualTo(DONE);
            assertThat(memberships.find(present.id())).contains(present);
        }

        @Test
        void an_update_cannot_take_the_profile_of_another() {
            Membership other = kept(MembershipBuilder.with(clinician)
                    .as("Patient/1")
                    .label("kept")
                    .build());
            Membership asked =
                    MembershipBuilder.like(other).as("Practitioner/1").build();
            assertThat(memberships.update(asked)).isEqualTo(TAKEN);
            assertThat(memberships.find(other.id())).contains(other);
        }

        @Test
        void remembers_when_it_was_used() {
            memberships.used(present.id(), NOON.plusMillis(1));
            assertThat(memberships.find(present.id()).flatMap(Membership::lastUsed))
                    .contains(NOON.plusMillis(1));
        }

        @Test
        void is_gone_when_deleted() {
            assertThat(memberships.delete(present.id())).isEqualTo(DONE);
            assertThat(memberships.find(present.id())).isEmpty();
        }

        @Test
        void takes_its_grants_along() {
            grants.save(grant(present, "openid"));
            memberships.delete(present.id());
            assertThat(grants.find(grant(present, "openid").key())).isEmpty();
        }
    }

    @Nested
    class Given_administrators_of_a_project {
        private final Membership anna = kept(MembershipBuilder.with(clinician).build());

        @Test
        void finds_those_who_are_active() {
            kept(MembershipBuilder.with(clinician).of(BERT).noAdministrator().build());
            kept(MembershipBuilder.with(clinician)
                    .of(BERT)
                    .as("Patient/2")
                    .inactive()
                    .build());
            kept(MembershipBuilder.with(clinician).of(BERT).in(SURGERY).build());
            assertThat(memberships.lockAdministrators(anna.project())).containsExactly(anna);
        }

        @Test
        void finds_none_where_there_are_none() {
            assertThat(memberships.lockAdministrators(SURGERY)).isEmpty();
        }
    }
}

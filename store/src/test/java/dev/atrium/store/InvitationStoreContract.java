package dev.atrium.store;

import static dev.atrium.core.store.Outcome.DONE;
import static dev.atrium.core.store.Outcome.IN_USE;
import static dev.atrium.core.store.Outcome.NOT_FOUND;
import static dev.atrium.core.store.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.policy.AccessPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What any store of invitations does with one of them. */
abstract class InvitationStoreContract extends StoreContract {
    private static final Instant LATER = NOON.plus(Duration.ofDays(8));

    private final AccessPolicy clinician = kept(policy("Clinician"));
    private final Invitation carla = InvitationBuilder.with(clinician).build();

    InvitationStoreContract(TestDatabase database) {
        super(database);
    }

    private Invitation kept(Invitation invitation) {
        assertThat(invitations.create(invitation)).isEqualTo(DONE);
        return invitation;
    }

    @Nested
    class Given_an_invitation {
        Given_an_invitation() {
            kept(carla);
        }

        @Test
        void it_is_found_as_it_was_kept() {
            assertThat(invitations.find(carla.id())).contains(carla);
        }

        @Test
        void it_is_locked_as_it_was_kept() {
            assertThat(invitations.lock(carla.id())).contains(carla);
        }

        @Test
        void another_realm_does_not_know_it() {
            assertThat(invitationsElsewhere.find(carla.id())).isEmpty();
            assertThat(invitationsElsewhere.lock(carla.id())).isEmpty();
            assertThat(invitationsElsewhere.update(carla)).isEqualTo(NOT_FOUND);
            assertThat(invitationsElsewhere.delete(carla.id())).isEqualTo(NOT_FOUND);
            assertThat(invitationsElsewhere.overdue(LATER, 10)).isEmpty();
        }

        @Test
        void the_same_address_cannot_be_invited_as_the_same_profile_again_whatever_its_case() {
            assertThat(invitations.create(InvitationBuilder.with(clinician)
                            .to("Carla@Example.org")
                            .build()))
                    .isEqualTo(TAKEN);
        }

        @Test
        void the_same_address_can_be_invited_as_another_profile_and_to_another_project() {
            kept(InvitationBuilder.with(clinician).as("Patient/1").build());
            kept(InvitationBuilder.with(clinician).in(SURGERY).build());
        }

        @Test
        void its_policy_cannot_be_deleted_while_it_is_pending() {
            assertThat(policies.delete(clinician.id())).isEqualTo(IN_USE);
            invitations.update(carla.ended(InvitationState.REVOKED, NOON));
            assertThat(policies.delete(clinician.id())).isEqualTo(DONE);
        }

        @Test
        void it_can_be_deleted_once() {
            assertThat(invitations.delete(carla.id())).isEqualTo(DONE);
            assertThat(invitations.delete(carla.id())).isEqualTo(NOT_FOUND);
        }
    }

    @Nested
    class Given_an_invitation_that_ended {
        private final Invitation accepted =
                kept(carla).accepted(new MembershipId(UUID.randomUUID().toString()), ANNA, NOON.plusSeconds(60));

        Given_an_invitation_that_ended() {
            assertThat(invitations.update(accepted)).isEqualTo(DONE);
        }

        @Test
        void it_says_who_accepted_it_when_and_what_it_became() {
            assertThat(invitations.find(carla.id())).contains(accepted);
        }

        @Test
        void the_same_address_can_be_invited_again() {
            kept(InvitationBuilder.with(clinician).build());
        }

        @Test
        void it_cannot_be_pending_again_beside_another_pending_one() {
            kept(InvitationBuilder.with(clinician).build());
            Invitation again = carla.sentAgain(InvitationBuilder.link(LATER, Duration.ofDays(1)), carla.letter());
            assertThat(invitations.update(again)).isEqualTo(TAKEN);
            assertThat(invitations.find(carla.id())).contains(accepted);
        }

        @Test
        void it_is_never_overdue() {
            assertThat(invitations.overdue(LATER, 10)).isEmpty();
            assertThat(housekeeping.realmsWithOverdueInvitations(LATER)).doesNotContain(realm);
        }

        @Test
        void it_is_forgotten_when_that_was_long_ago() {
            Invitation pending = kept(InvitationBuilder.with(clinician).build());
            housekeeping.forgetInvitations(accepted.ended().orElseThrow());
            assertThat(invitations.find(carla.id())).isPresent();
            housekeeping.forgetInvitations(LATER);
            assertThat(invitations.find(carla.id())).isEmpty();
            assertThat(invitations.find(pending.id())).isPresent();
        }
    }

    @Nested
    class Given_an_invitation_whose_time_is_over {
        private final Invitation over = kept(
                InvitationBuilder.with(clinician).lasts(Duration.ofHours(1)).build());
        private final Instant then = over.link().expires();

        @Test
        void it_is_overdue_from_that_moment_on() {
            assertThat(invitations.overdue(then.minusMillis(1), 10)).isEmpty();
            assertThat(invitations.overdue(then, 10)).containsExactly(over);
        }

        @Test
        void its_realm_has_overdue_ones_from_that_moment_on() {
            assertThat(housekeeping.realmsWithOverdueInvitations(then.minusMillis(1)))
                    .doesNotContain(realm);
            assertThat(housekeeping.realmsWithOverdueInvitations(then)).contains(realm);
        }

        @Test
        void it_can_be_sent_again_with_another_link() {
            Invitation again = over.sentAgain(InvitationBuilder.link(LATER, Duration.ofDays(1)), over.letter());
            assertThat(invitations.update(again)).isEqualTo(DONE);
            assertThat(invitations.find(over.id())).contains(again);
            assertThat(invitations.overdue(then, 10)).isEmpty();
        }
    }

    @Nested
    class Given_no_such_policy {
        @Test
        void nobody_is_invited_with_it() {
            assertThat(invitations.create(InvitationBuilder.with(policy("Gone")).build()))
                    .isEqualTo(NOT_FOUND);
        }
    }
}

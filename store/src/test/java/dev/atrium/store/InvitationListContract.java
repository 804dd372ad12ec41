package dev.atrium.store;

import static dev.atrium.core.invitation.InvitationState.ACCEPTED;
import static dev.atrium.core.invitation.InvitationState.EXPIRED;
import static dev.atrium.core.invitation.InvitationState.PENDING;
import static dev.atrium.core.invitation.InvitationState.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationFilter;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.store.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What lists of invitations hold, and which invitations go when Keycloak removes something. */
abstract class InvitationListContract extends StoreContract {
    private static final Instant NOW = NOON.plus(Duration.ofHours(2));

    private final AccessPolicy clinician = kept(policy("Clinician"));
    private final Invitation pending =
            kept(InvitationBuilder.with(clinician).by(ANNA).created(NOON));
    private final Invitation over =
            kept(InvitationBuilder.with(clinician).as("Patient/1").lasts(Duration.ofHours(1)));
    private final Invitation foundOver =
            changed(kept(InvitationBuilder.with(clinician).as("Patient/2").created(NOON.plusSeconds(1)))
                    .ended(EXPIRED, NOW));
    private final Invitation accepted =
            changed(kept(InvitationBuilder.with(clinician).in(SURGERY).created(NOON.plusSeconds(2)))
                    .accepted(new MembershipId(UUID.randomUUID().toString()), BERT, NOW));
    private final Invitation revoked = changed(
            kept(InvitationBuilder.with(clinician).to("dora@example.org").created(NOON.plusSeconds(3)))
                    .ended(REVOKED, NOW));

    InvitationListContract(TestDatabase database) {
        super(database);
    }

    private Invitation kept(InvitationBuilder builder) {
        Invitation invitation = builder.build();
        invitations.create(invitation);
        return invitation;
    }

    private Invitation changed(Invitation invitation) {
        invitations.update(invitation);
        return invitation;
    }

    private List<Invitation> in(InvitationState state) {
        return invitations.list(new InvitationFilter(Optional.empty(), Optional.empty(), Optional.of(state), NOW), ALL);
    }

    @Nested
    class Given_invitations_in_each_state {
        @Test
        void all_are_listed_newest_first() {
            assertThat(invitations.list(InvitationFilter.all(NOW), ALL))
                    .hasSize(5)
                    .startsWith(revoked, accepted, foundOver);
            assertThat(invitations.count(InvitationFilter.all(NOW))).isEqualTo(5);
        }

        @Test
        void pages_do_not_overlap() {
            assertThat(invitations.list(InvitationFilter.all(NOW), new Page(0, 2)))
                    .containsExactly(revoked, accepted);
            assertThat(invitations.list(InvitationFilter.all(NOW), new Page(2, 1)))
                    .containsExactly(foundOver);
        }

        @Test
        void a_part_begins_after_the_one_named() {
            List<Invitation> ordered = invitations.list(InvitationFilter.all(NOW), ALL);
            Page third = new Page(0, 2, Optional.of(ordered.get(1).id().value()));

            assertThat(invitations.list(InvitationFilter.all(NOW), third)).isEqualTo(ordered.subList(2, 4));
            assertThat(invitations.count(InvitationFilter.all(NOW), 2)).isEqualTo(2);
        }

        @Test
        void they_are_found_by_their_state_now() {
            assertThat(in(PENDING)).containsExactly(pending);
            assertThat(in(EXPIRED)).containsExactlyInAnyOrder(over, foundOver);
            assertThat(in(ACCEPTED)).containsExactly(accepted);
            assertThat(in(REVOKED)).containsExactly(revoked);
        }

        @Test
        void they_are_found_by_project_and_address() {
            assertThat(invitations.list(
                            new InvitationFilter(Optional.of(SURGERY), Optional.empty(), Optional.empty(), NOW), ALL))
                    .containsExactly(accepted);
            assertThat(invitations.list(
                            new InvitationFilter(
                                    Optional.empty(),
                                    Optional.of(new EmailAddress("DORA@example.org")),
                                    Optional.empty(),
                                    NOW),
                            ALL))
                    .containsExactly(revoked);
        }

        @Test
        void another_realm_has_none() {
            assertThat(invitationsElsewhere.list(InvitationFilter.all(NOW), ALL))
                    .isEmpty();
            assertThat(invitationsElsewhere.count(InvitationFilter.all(NOW))).isZero();
        }
    }

    @Nested
    class When_Keycloak_removes_something {
        private final Removals removals = new Removals(database, realm);

        @Test
        void the_invitations_of_a_removed_user_go_and_those_the_user_sent_stay_without_an_inviter() {
            removals.user(BERT);
            removals.user(ANNA);
            assertThat(invitations.find(accepted.id())).isEmpty();
            assertThat(invitations.find(pending.id()).orElseThrow().invitedBy()).isEmpty();
        }

        @Test
        void the_invitations_to_a_removed_project_go() {
            removals.organization(SURGERY);
            assertThat(invitations.find(accepted.id())).isEmpty();
            assertThat(invitations.find(pending.id())).isPresent();
        }

        @Test
        void an_invitation_leads_nowhere_in_particular_when_its_client_is_removed() {
            removals.client(APP);
            assertThat(invitations.find(pending.id()).orElseThrow().letter().client())
                    .isEmpty();
        }

        @Test
        void all_of_a_removed_realm_go() {
            removals.realm();
            assertThat(invitations.count(InvitationFilter.all(NOW))).isZero();
        }
    }
}

package dev.atrium.core.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.ProfileType;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InvitationTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofDays(7));
    private static final Invitation CARLA = new Invitation(
            new InvitationId("17e8a3c8-0000-4000-8000-000000000001"),
            new EmailAddress("Carla@Example.org"),
            new OfferedMembership(
                    new ProjectId("clinic"),
                    new FhirProfile(ProfileType.PRACTITIONER, "1"),
                    new AccessPolicyId("p"),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    false),
            new InvitationLetter(Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            new InvitationLink("k", NOON, END),
            InvitationState.PENDING,
            NOON,
            Optional.empty(),
            Optional.empty());

    @Nested
    class Given_a_pending_invitation {
        @Test
        void it_is_expired_from_its_last_moment_on() {
            assertThat(CARLA.stateAt(END.minusMillis(1))).isEqualTo(InvitationState.PENDING);
            assertThat(CARLA.stateAt(END)).isEqualTo(InvitationState.EXPIRED);
        }

        @Test
        void it_is_for_its_address_whatever_the_case() {
            assertThat(CARLA.isFor(new EmailAddress("CARLA@example.ORG"))).isTrue();
            assertThat(CARLA.isFor(new EmailAddress("karla@example.org"))).isFalse();
        }
    }

    @Nested
    class Given_an_invitation_that_ended {
        @Test
        void an_accepted_one_does_not_expire() {
            Invitation accepted =
                    CARLA.accepted(new MembershipId("17e8a3c8-0000-4000-8000-000000000002"), new UserId("carla"), NOON);
            assertThat(accepted.stateAt(END)).isEqualTo(InvitationState.ACCEPTED);
            assertThat(accepted.user()).contains(new UserId("carla"));
        }

        @Test
        void one_that_is_sent_again_is_pending_until_its_new_end() {
            InvitationLink newer = new InvitationLink("n", END, END.plusSeconds(1));
            Invitation again = CARLA.ended(InvitationState.EXPIRED, END).sentAgain(newer, CARLA.letter());
            assertThat(again.stateAt(END)).isEqualTo(InvitationState.PENDING);
            assertThat(again.ended()).isEmpty();
        }
    }

    @Test
    void words_are_at_most_2000_characters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvitationLetter(
                        Optional.of("x".repeat(InvitationLetter.LONGEST_WORDS + 1)),
                        Optional.empty(),
                        Optional.empty()));
    }
}

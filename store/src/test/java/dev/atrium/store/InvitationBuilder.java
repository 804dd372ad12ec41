package dev.atrium.store;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationId;
import dev.atrium.core.invitation.InvitationLetter;
import dev.atrium.core.invitation.InvitationLink;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.invitation.OfferedMembership;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes invitations; what is not said is carla@example.org, as Practitioner/1 in the hospital, for a week from noon. */
final class InvitationBuilder {
    private final AccessPolicy policy;
    private ProjectId project = StoreContract.HOSPITAL;
    private String email = "carla@example.org";
    private String profile = "Practitioner/1";
    private Optional<UserId> invitedBy = Optional.empty();
    private Optional<UserId> user = Optional.empty();
    private Instant created = StoreContract.NOON;
    private Duration lasts = Duration.ofDays(7);

    private InvitationBuilder(AccessPolicy policy) {
        this.policy = policy;
    }

    static InvitationBuilder with(AccessPolicy policy) {
        return new InvitationBuilder(policy);
    }

    InvitationBuilder to(String address) {
        email = address;
        return this;
    }

    InvitationBuilder in(ProjectId there) {
        project = there;
        return this;
    }

    InvitationBuilder as(String reference) {
        profile = reference;
        return this;
    }

    InvitationBuilder by(UserId inviter) {
        invitedBy = Optional.of(inviter);
        return this;
    }

    InvitationBuilder user(UserId account) {
        user = Optional.of(account);
        return this;
    }

    InvitationBuilder created(Instant when) {
        created = when;
        return this;
    }

    InvitationBuilder lasts(Duration howLong) {
        lasts = howLong;
        return this;
    }

    Invitation build() {
        return new Invitation(
                new InvitationId(UUID.randomUUID().toString()),
                new EmailAddress(email),
                new OfferedMembership(
                        project,
                        FhirProfile.parse(profile).orElseThrow(),
                        policy.id(),
                        Optional.of("Ward 3"),
                        true,
                        Optional.of("4711"),
                        true),
                new InvitationLetter(
                        Optional.of("Welcome!\nSee you."), Optional.of("de"), Optional.of(StoreContract.APP)),
                invitedBy,
                user,
                link(created, lasts),
                InvitationState.PENDING,
                created,
                Optional.empty(),
                Optional.empty());
    }

    static InvitationLink link(Instant from, Duration lasts) {
        return new InvitationLink(UUID.randomUUID().toString(), from, from.plus(lasts));
    }
}

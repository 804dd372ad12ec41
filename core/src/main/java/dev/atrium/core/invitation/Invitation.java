package dev.atrium.core.invitation;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.MembershipId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An offer of a membership to whoever has an e-mail address.
 *
 * @param email in lower case
 * @param user the account that had the address when it was invited; nobody else can accept it then
 * @param state never {@link InvitationState#EXPIRED} before somebody noticed: ask {@link #stateAt}
 * @param ended when it was accepted, revoked or found expired
 * @param membership what it turned into
 */
public record Invitation(
        InvitationId id,
        EmailAddress email,
        OfferedMembership offered,
        InvitationLetter letter,
        Optional<UserId> invitedBy,
        Optional<UserId> user,
        InvitationLink link,
        InvitationState state,
        Instant created,
        Optional<Instant> ended,
        Optional<MembershipId> membership) {
    public Invitation {
        email = lowered(email);
    }

    /** An address as invitations compare it. */
    public static EmailAddress lowered(EmailAddress email) {
        return new EmailAddress(email.value().toLowerCase(Locale.ROOT));
    }

    /** Its state, whether or not somebody has noticed that its time is over. */
    public InvitationState stateAt(Instant now) {
        return state == InvitationState.PENDING && !now.isBefore(link.expires()) ? InvitationState.EXPIRED : state;
    }

    /** Whether it was made for this address. */
    public boolean isFor(EmailAddress other) {
        return email.equals(lowered(other));
    }

    /** The same invitation, to be accepted with another link from now on. */
    public Invitation sentAgain(InvitationLink newLink, InvitationLetter newLetter) {
        return new Invitation(
                id,
                email,
                offered,
                newLetter,
                invitedBy,
                user,
                newLink,
                InvitationState.PENDING,
                created,
                Optional.empty(),
                Optional.empty());
    }

    /** What is left of it when it was accepted. */
    public Invitation accepted(MembershipId became, UserId by, Instant when) {
        return new Invitation(
                id,
                email,
                offered,
                letter,
                invitedBy,
                Optional.of(by),
                link,
                InvitationState.ACCEPTED,
                created,
                Optional.of(when),
                Optional.of(became));
    }

    /** What is left of it when it was revoked or is over. */
    public Invitation ended(InvitationState how, Instant when) {
        return new Invitation(
                id, email, offered, letter, invitedBy, user, link, how, created, Optional.of(when), Optional.empty());
    }
}

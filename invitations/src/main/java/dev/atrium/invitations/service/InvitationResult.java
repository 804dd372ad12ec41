package dev.atrium.invitations.service;

import dev.atrium.core.invitation.Invitation;
import java.net.URI;
import java.util.function.Function;

/** How an attempt to invite somebody ended. */
public sealed interface InvitationResult {
    /**
     * The person is invited.
     *
     * @param link what the person needs to accept; a secret of theirs
     */
    record Sent(Invitation invitation, URI link) implements InvitationResult {}

    /** Nothing happened. */
    record Refused(Reason reason) implements InvitationResult {}

    /** Why somebody cannot be invited. */
    enum Reason {
        /** The account with this address has this profile in this project. */
        ALREADY_MEMBER,
        /** The address has a pending invitation as this profile to this project. */
        ALREADY_INVITED,
        /** The access policy is gone. */
        NO_SUCH_POLICY,
        /** The invitation is gone, or was accepted or revoked: there is nothing to send again. */
        ENDED
    }

    /** The answer of the one function that fits. */
    default <T> T match(Function<Sent, T> onSent, Function<Reason, T> onRefused) {
        return this instanceof Sent sent ? onSent.apply(sent) : onRefused.apply(((Refused) this).reason());
    }
}

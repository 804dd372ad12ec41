package dev.atrium.core.invitation;

/** What became of an invitation. */
public enum InvitationState {
    /** It can be accepted. */
    PENDING,
    /** Somebody accepted it; it is not accepted again. */
    ACCEPTED,
    /** It was taken back. */
    REVOKED,
    /** Its time is over; it can be sent again. */
    EXPIRED
}

package dev.atrium.invitations.service;

/** How an attempt to accept an invitation ended. */
public enum AcceptanceResult {
    /** The person is a member now. */
    ACCEPTED,
    /** It was accepted before. */
    USED,
    /** Its time is over. */
    EXPIRED,
    /** It was taken back. */
    REVOKED,
    /** There is a newer link for it. */
    REPLACED,
    /** It is for somebody else, or for an address the person no longer has. */
    NOT_THEIRS,
    /** Nothing proves that the address is the person's own. */
    UNPROVEN,
    /** It can no longer be what it was: its project is gone, or somebody else has its external id. */
    IMPOSSIBLE
}

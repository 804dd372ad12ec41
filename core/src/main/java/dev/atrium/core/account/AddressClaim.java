package dev.atrium.core.account;

/** What an account's claim to its e-mail address is worth, when somebody comes who owns the address. */
public enum AddressClaim {
    /** The address was verified: the account is its owner's. */
    PROVEN,
    /** A user federation keeps the account and answers for its address. */
    FEDERATED,
    /** Never verified, and nobody has a way into the account. */
    UNUSED,
    /** Never verified, and somebody is in the account or could get in: anybody could have made it. */
    UNPROVEN,
    /** The same, but somebody made it a member of something: who has its credentials may be meant. */
    UNPROVEN_MEMBER;

    /** Whether the address may be taken for the account's. */
    public boolean isProven() {
        return this == PROVEN || this == FEDERATED;
    }

    /** Whether whoever proves to own the address gets the account, and nothing that was in it before. */
    public boolean isHandedOver() {
        return this == UNUSED || this == UNPROVEN;
    }

    /** Whether only its own credentials get somebody into the account. */
    public boolean needsCredentials() {
        return this == UNPROVEN_MEMBER;
    }
}

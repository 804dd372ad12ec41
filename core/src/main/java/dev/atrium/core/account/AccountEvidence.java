package dev.atrium.core.account;

import java.util.function.BooleanSupplier;

/**
 * What there is to tell whose an account is. What costs a look into the database is only asked where it matters.
 *
 * @param used whether anybody has a credential, an identity elsewhere or a session with the account
 * @param member whether anybody made it a member of something
 */
public record AccountEvidence(boolean emailVerified, boolean federated, BooleanSupplier used, BooleanSupplier member) {
    /** The one answer to whether the account's address is proven, and what follows if it is not. */
    public AddressClaim claim() {
        if (emailVerified) {
            return AddressClaim.PROVEN;
        }
        if (federated) {
            return AddressClaim.FEDERATED;
        }
        if (!used.getAsBoolean()) {
            return AddressClaim.UNUSED;
        }
        return member.getAsBoolean() ? AddressClaim.UNPROVEN_MEMBER : AddressClaim.UNPROVEN;
    }
}

package dev.atrium.core.invitation;

import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The invitations of one realm.
 *
 * <p>An address is invited to a project as a profile once at a time; a second pending one is {@link Outcome#TAKEN}. Each
 * method is one step of the transaction it is called in.
 */
public interface InvitationStore {
    Optional<Invitation> find(InvitationId id);

    /** As it stands now; nobody else changes it before the transaction ends, so that it is accepted once. */
    Optional<Invitation> lock(InvitationId id);

    /** Invitations, newest first; a steady order, so that pages do not overlap. */
    List<Invitation> list(InvitationFilter filter, Page page);

    /** How many there are; beyond {@code most} nobody looks. */
    long count(InvitationFilter filter, int most);

    /** How many there are, however many. */
    default long count(InvitationFilter filter) {
        return count(filter, Integer.MAX_VALUE);
    }

    /** {@link Outcome#DONE}, TAKEN, or NOT_FOUND when its access policy is gone. */
    Outcome create(Invitation invitation);

    /** Replaces all but id, address, offer and creation: {@link Outcome#DONE}, NOT_FOUND, or TAKEN by a pending one. */
    Outcome update(Invitation invitation);

    /** {@link Outcome#DONE} or NOT_FOUND. */
    Outcome delete(InvitationId id);

    /** The pending ones whose time is over, longest over first. */
    List<Invitation> overdue(Instant now, int most);
}

package dev.atrium.core.membership;

import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The memberships of one realm.
 *
 * <p>A person has a profile in a project once, and an external id is unique in its project; a second one is
 * {@link Outcome#TAKEN}. Each method is one step of the transaction it is called in.
 */
public interface MembershipStore {
    Optional<Membership> find(MembershipId id);

    /** As it is once nobody else is changing it; nobody else can until the transaction ends. */
    Optional<Membership> lock(MembershipId id);

    /** The active memberships of a project's administrators; nobody changes them until the transaction ends. */
    List<Membership> lockAdministrators(ProjectId project);

    /** The one that has this external id in its project. */
    Optional<Membership> findByExternalId(ProjectId project, String externalId);

    /** Memberships by creation, then id; a steady order, so that pages do not overlap. */
    List<Membership> list(MembershipFilter filter, Page page);

    /** How many there are; beyond {@code most} nobody looks. */
    long count(MembershipFilter filter, int most);

    /** How many there are, however many. */
    default long count(MembershipFilter filter) {
        return count(filter, Integer.MAX_VALUE);
    }

    /** {@link Outcome#DONE}, {@link Outcome#TAKEN}, or NOT_FOUND when its access policy is gone. */
    Outcome create(Membership membership);

    /** Replaces all but id, created and last used: {@link Outcome#DONE}, TAKEN, or NOT_FOUND: it, or its policy. */
    Outcome update(Membership membership);

    /** {@link Outcome#DONE} or NOT_FOUND; its grants go with it. */
    Outcome delete(MembershipId id);

    /** Remembers that a person chose this membership; nothing happens when it is gone. One statement. */
    void used(MembershipId id, Instant when);
}

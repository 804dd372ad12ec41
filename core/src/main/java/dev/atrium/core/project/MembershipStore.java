package dev.atrium.core.project;

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

    /**
     * The active memberships of a person that match, last used first, then by creation and id; at most {@code most}.
     *
     * <p>One statement, whatever the number of memberships in the realm.
     */
    List<Membership> activeOf(UserId user, ProfileSearch search, int most);

    /** Memberships by creation, then id; a steady order, so that pages do not overlap. */
    List<Membership> list(MembershipFilter filter, Page page);

    long count(MembershipFilter filter);

    /** {@link Outcome#DONE}, {@link Outcome#TAKEN}, or NOT_FOUND when its access policy is gone. */
    Outcome create(Membership membership);

    /** Replaces all but id, created and last used: {@link Outcome#DONE}, TAKEN, or NOT_FOUND: it, or its policy. */
    Outcome update(Membership membership);

    /** {@link Outcome#DONE} or NOT_FOUND; its grants go with it. */
    Outcome delete(MembershipId id);

    /** Remembers that a person chose this membership; nothing happens when it is gone. One statement. */
    void used(MembershipId id, Instant when);
}

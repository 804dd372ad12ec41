package dev.atrium.core.policy;

import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import java.util.List;
import java.util.Optional;

/** The access policies of one realm; a name is unique in it, whatever its case. */
public interface AccessPolicyStore {
    Optional<AccessPolicy> find(AccessPolicyId id);

    Optional<AccessPolicy> findByName(String name);

    /** By name; a steady order. */
    List<AccessPolicy> list(Page page);

    long count();

    /** {@link Outcome#DONE} or TAKEN. */
    Outcome create(AccessPolicy policy);

    /** {@link Outcome#DONE}, NOT_FOUND or TAKEN. */
    Outcome update(AccessPolicy policy);

    /** {@link Outcome#DONE}, NOT_FOUND, or IN_USE while a membership has it. */
    Outcome delete(AccessPolicyId id);
}

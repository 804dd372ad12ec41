package dev.atrium.core.project;

import java.util.List;
import java.util.Optional;

/** What people of one realm agreed to. */
public interface GrantStore {
    Optional<Grant> find(Grant.Key key);

    /** All grants of a person, the oldest first. */
    List<Grant> ofUser(UserId user);

    /** Puts this grant in the place of an earlier one with the same key. */
    void save(Grant grant);
}

package dev.atrium.core.consent;

import dev.atrium.core.account.UserId;
import java.util.List;
import java.util.Optional;

/** What people of one realm agreed to. */
public interface ConsentStore {
    Optional<ConsentRecord> find(ConsentRecord.Key key);

    /** All grants of a person, the oldest first. */
    List<ConsentRecord> ofUser(UserId user);

    /** Puts this grant in the place of an earlier one with the same key. */
    void save(ConsentRecord grant);
}

package dev.atrium.core.membership;

import dev.atrium.core.account.UserId;
import dev.atrium.core.policy.AccessPolicy;
import java.util.List;
import java.util.Set;

/** What the people of one realm can choose from when they sign in. Each method is one statement. */
public interface ProfileStore {
    /**
     * The active memberships of a person that match, last used first, then by creation and id; at most {@code most}.
     *
     * <p>One statement, whatever the number of memberships in the realm.
     */
    List<Membership> activeOf(UserId user, ProfileSearch search, int most);

    /** The access policies of a person's active memberships, each once. */
    List<AccessPolicy> policiesOf(UserId user);

    /** The projects of a person's active memberships, each once. */
    Set<ProjectId> projectsOf(UserId user);
}

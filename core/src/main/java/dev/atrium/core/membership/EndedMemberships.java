package dev.atrium.core.membership;

import dev.atrium.core.account.UserId;
import dev.atrium.core.store.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Memberships that end with something else: each one by itself, so that all who listen are told of it. */
public final class EndedMemberships {
    private static final Page FIRST = new Page(0, Page.MOST);

    private EndedMemberships() {}

    public static void delete(MembershipStore store, MembershipFilter which) {
        end(store, which, membership -> store.delete(membership.id()));
    }

    public static void switchOff(MembershipStore store, ProjectId project, UserId user) {
        MembershipFilter active =
                new MembershipFilter(Optional.of(project), Optional.of(user), Optional.empty(), Optional.of(true));
        end(store, active, membership -> store.update(membership.switched(false)));
    }

    /** Those that have ended are not found again. */
    private static void end(MembershipStore store, MembershipFilter which, Consumer<Membership> end) {
        List<Membership> found = store.list(which, FIRST);
        while (!found.isEmpty()) {
            found.forEach(end);
            found = store.list(which, FIRST);
        }
    }
}

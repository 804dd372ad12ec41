package dev.atrium.store;

import dev.atrium.core.project.Membership;
import dev.atrium.core.project.MembershipFilter;
import dev.atrium.core.project.MembershipStore;
import dev.atrium.core.project.Page;
import dev.atrium.core.project.ProjectId;
import dev.atrium.core.project.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Memberships that end with something else: each one by itself, so that all who listen are told of it. */
final class EndedMemberships {
    private static final Page FIRST = new Page(0, Page.MOST);

    private EndedMemberships() {}

    static void delete(MembershipStore store, MembershipFilter which) {
        end(store, which, membership -> store.delete(membership.id()));
    }

    static void switchOff(MembershipStore store, ProjectId project, UserId user) {
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

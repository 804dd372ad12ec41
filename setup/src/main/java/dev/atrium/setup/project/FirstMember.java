package dev.atrium.setup.project;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.MembershipHistory;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.MembershipStore;
import dev.atrium.core.membership.MembershipTerms;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyStore;
import dev.atrium.core.store.Outcome;
import dev.atrium.directory.project.OrganizationLookup;
import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.Print;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.change.Verb;
import dev.atrium.setup.policy.StarterPolicies;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The member who is asked for. */
public final class FirstMember implements Part {
    private final KeycloakSession session;
    private final Stores stores;
    private final Clock clock;
    private final Optional<MemberOrder> order;

    public FirstMember(KeycloakSession session, Stores stores, Clock clock, Optional<MemberOrder> order) {
        this.session = session;
        this.stores = stores;
        this.clock = clock;
        this.order = order;
    }

    /** The memberships and the access policies of the realm. */
    public record Stores(MembershipStore memberships, AccessPolicyStore policies) {}

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.MEMBERSHIP);
    }

    @Override
    public void plan(Draft draft) {
        order.filter(member -> !isThere(member)).ifPresent(member -> plan(member, draft));
    }

    private void plan(MemberOrder member, Draft draft) {
        String name = member.name() + " " + member.profile().reference() + " " + member.project();
        if (stores.policies().findByName(member.policy()).isEmpty() && !StarterPolicies.has(member.policy())) {
            draft.obstacle("There is no access policy '" + member.policy() + "': name another one in member.policy.");
            return;
        }
        String what = "the membership of " + member.name() + " in the project '" + member.project() + "' as "
                + member.profile().reference() + ", with the access policy '" + member.policy() + "'";
        draft.change(Kind.MEMBERSHIP, name, new Change(Verb.ADD, what, () -> add(name, member)));
    }

    private boolean isThere(MemberOrder member) {
        return project(member)
                .map(project -> new MembershipFilter(
                        Optional.of(project),
                        Optional.of(new UserId(member.userId())),
                        Optional.of(member.profile()),
                        Optional.empty()))
                .filter(filter -> stores.memberships().count(filter, 1) > 0)
                .isPresent();
    }

    private Optional<ProjectId> project(MemberOrder member) {
        return OrganizationLookup.evenWhereOff(session)
                .byAlias(member.project())
                .map(OrganizationModel::getId)
                .map(ProjectId::new);
    }

    private Entry add(String name, MemberOrder member) {
        AccessPolicy policy = stores.policies().findByName(member.policy()).orElseThrow();
        Membership membership = new Membership(
                new MembershipId(KeycloakModelUtils.generateId()),
                project(member).orElseThrow(),
                new UserId(member.userId()),
                new MembershipTerms(member.profile(), Optional.empty(), policy, false, Optional.empty()),
                true,
                MembershipHistory.begins(Instant.ofEpochMilli(clock.millis()), Optional.empty()));
        if (stores.memberships().create(membership) != Outcome.DONE) {
            throw new IllegalStateException("there was none: " + name);
        }
        return Entry.made(Kind.MEMBERSHIP, name, membership.id().value(), print(membership));
    }

    @Override
    public Undone undo(Entry entry) {
        Optional<Membership> found = stores.memberships().find(new MembershipId(entry.id()));
        String what = "the membership of " + entry.name();
        if (found.isEmpty()) {
            return Undone.done("Somebody has removed " + what + " already.");
        }
        if (!print(found.get()).equals(entry.print())) {
            return Undone.left("Left " + what + ": somebody has changed it. Delete it if nobody needs it.");
        }
        stores.memberships().delete(found.get().id());
        return Undone.done("Removed " + what + ".");
    }

    private static String print(Membership membership) {
        return Print.of(List.of(
                membership.profile().reference(),
                membership.policy().name(),
                membership.active(),
                membership.admin(),
                membership.label().orElse(""),
                membership.externalId().orElse("")));
    }
}
